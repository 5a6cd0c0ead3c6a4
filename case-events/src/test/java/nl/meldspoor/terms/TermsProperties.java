package nl.meldspoor.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class TermsProperties {

    @Property
    void aLaterStartNeverEndsEarlier(
            @ForAll("computed") TermKind kind,
            @ForAll @DateRange(min = "1950-01-01", max = "2099-11-30") LocalDate from,
            @ForAll @IntRange(min = 0, max = 30) int later) {
        Term first = Terms.compute(kind, from);
        Term second = Terms.compute(kind, from.plusDays(later));

        assertThat(second.dueOn()).isAfterOrEqualTo(first.dueOn());
        assertThat(second.latestOn()).isAfterOrEqualTo(first.latestOn());
        assertThat(second.targetOn()).isAfterOrEqualTo(first.targetOn());
    }

    @Property
    void endsAfterItsStartAndExplainsEveryDayInBothLanguages(
            @ForAll("computed") TermKind kind,
            @ForAll Application application,
            @ForAll @DateRange(min = "1950-01-01", max = "2099-12-31") LocalDate from) {
        Term term = Terms.compute(kind, from, application);

        assertThat(term.dueOn()).isAfter(from);
        assertThat(term.targetOn()).isAfter(from);
        assertThat(term.explanation()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(line -> {
            assertThat(line.nl()).isNotBlank();
            assertThat(line.en()).isNotBlank().isNotEqualTo(line.nl());
        });
    }

    @Provide
    Arbitrary<TermKind> computed() {
        return Arbitraries.of(TermKind.class).filter(TermKind::isComputed);
    }

    @Property
    void workingDaysLeftIsWhatASlowCountGives(
            @ForAll @DateRange(min = "1950-01-01", max = "2090-12-31") LocalDate today,
            @ForAll @IntRange(min = 0, max = 1000) int days) {
        LocalDate due = today.plusDays(days);

        long slow = today.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(day -> SlowOracle.isWorkingDay(day, true))
                .count();

        assertThat(Urgency.workingDaysLeft(today, due)).isEqualTo((int) slow);
    }
}
