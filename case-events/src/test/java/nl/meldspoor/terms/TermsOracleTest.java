package nl.meldspoor.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Not random: every single day from 1950 on, against an oracle that counts day by day. */
class TermsOracleTest {

    private record Dates(LocalDate dueOn, LocalDate latestOn, LocalDate targetOn) {

        static Dates all(LocalDate day) {
            return new Dates(day, day, day);
        }

        static Dates of(Term term) {
            return new Dates(term.dueOn(), term.latestOn(), term.targetOn());
        }

        boolean endsBefore(Dates other) {
            return dueOn.isBefore(other.dueOn) || latestOn.isBefore(other.latestOn) || targetOn.isBefore(other.targetOn);
        }
    }

    @Test
    void knowsTheWorkingDaysOfASlowOracle() {
        DutchCalendar calendar = DutchCalendar.current();

        assertThat(days().filter(day -> calendar.isWorkingDay(day, true) != SlowOracle.isWorkingDay(day, true)
                        || calendar.isWorkingDay(day, false) != SlowOracle.isWorkingDay(day, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("computed")
    void endsWhereASlowOracleEndsNeverBeforeItsStartNorBeforeTheTermOfTheDayBefore(TermKind kind) {
        List<LocalDate> otherEnd = new ArrayList<>();
        List<LocalDate> beforeItsStart = new ArrayList<>();
        List<LocalDate> beforeTheDayBefore = new ArrayList<>();
        Dates dayBefore = Dates.all(LocalDate.MIN);
        for (LocalDate from : days().toList()) {
            Dates dates = Dates.of(Terms.compute(kind, from));
            if (!dates.equals(slow(kind, from))) {
                otherEnd.add(from);
            }
            if (dates.endsBefore(Dates.all(from))) {
                beforeItsStart.add(from);
            }
            if (dates.endsBefore(dayBefore)) {
                beforeTheDayBefore.add(from);
            }
            dayBefore = dates;
        }

        assertThat(otherEnd).isEmpty();
        assertThat(beforeItsStart).isEmpty();
        assertThat(beforeTheDayBefore).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void keepsEveryKindOfRecordForItsYears(RecordKind kind) {
        int years = switch (kind) {
            case MEDICAL_RECORD, YOUTH_RECORD -> 20;
            case WMO_RECORD -> 15;
            case CARE_RELATION_RECORD -> 5;
        };

        assertThat(days().filter(from -> !Dates.of(Terms.kept(kind, from)).equals(Dates.all(SlowOracle.plusYears(from, years)))))
                .isEmpty();
    }

    /** The lengths once more, from the sources: a kind that gets a length gets its line here. */
    private static Dates slow(TermKind kind, LocalDate from) {
        return switch (kind) {
            case IGJ_DETERMINE -> {
                LocalDate due = SlowOracle.plusDays(from, 42);
                yield new Dates(due, due, SlowOracle.lastWorkingDayUpTo(due));
            }
            case IGJ_REPORT -> {
                LocalDate due = SlowOracle.plusWorkingDays(from, 3, true);
                yield new Dates(due, SlowOracle.plusWorkingDays(from, 3, false), due);
            }
            case IGJ_SUPPLEMENT -> Dates.all(SlowOracle.statutory(from, 14));
            case IGJ_INVESTIGATION -> Dates.all(SlowOracle.statutory(from, 56));
            case IGJ_REACTION -> Dates.all(SlowOracle.statutory(from, 28));
            case VT_START -> Dates.all(SlowOracle.statutory(from, 5));
            case VT_CONCLUDE -> Dates.all(SlowOracle.statutory(from, 70));
            case RETENTION -> Dates.all(SlowOracle.plusYears(from, 20));
            case HELP_EVALUATE, SILENCE_END, IMPROVE -> throw new IllegalArgumentException(kind + " ends on the day its entry names");
        };
    }

    static Stream<TermKind> computed() {
        return Stream.of(TermKind.values()).filter(TermKind::isComputed);
    }

    private static Stream<LocalDate> days() {
        return Terms.FIRST_START.datesUntil(Terms.LAST_START.plusDays(1));
    }
}
