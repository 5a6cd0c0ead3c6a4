package nl.meldspoor.terms;

import static nl.meldspoor.terms.TermKind.IGJ_DETERMINE;
import static nl.meldspoor.terms.TermKind.IGJ_REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    /** The worked examples 1-17 of the reference on Dutch terms; the last column says why the example is there. */
    @ParameterizedTest(name = "{0}: {1} from {2}")
    @CsvSource({
        " 1, IGJ_REPORT, 2026-03-02, 2026-03-05, 2026-03-05, 2026-03-05, plain",
        " 2, IGJ_REPORT, 2026-03-06, 2026-03-11, 2026-03-11, 2026-03-11, weekend",
        " 3, IGJ_REPORT, 2026-03-07, 2026-03-11, 2026-03-11, 2026-03-11, on a Saturday",
        " 4, IGJ_REPORT, 2026-12-23, 2026-12-29, 2026-12-29, 2026-12-29, Christmas",
        " 5, IGJ_REPORT, 2026-12-29, 2027-01-04, 2027-01-04, 2027-01-04, end of the year",
        " 6, IGJ_REPORT, 2025-12-31, 2026-01-06, 2026-01-07, 2026-01-06, equated 2 January",
        " 7, IGJ_REPORT, 2024-12-24, 2024-12-31, 2025-01-02, 2024-12-31, equated 27 December",
        " 8, IGJ_REPORT, 2026-04-01, 2026-04-08, 2026-04-08, 2026-04-08, Good Friday and Easter Monday",
        " 9, IGJ_REPORT, 2025-04-24, 2025-04-29, 2025-04-29, 2025-04-29, King's Day moved to Saturday",
        "10, IGJ_REPORT, 2026-04-24, 2026-04-30, 2026-04-30, 2026-04-30, King's Day on Monday",
        "11, IGJ_REPORT, 2026-05-04, 2026-05-08, 2026-05-08, 2026-05-08, 5 May every year",
        "12, IGJ_REPORT, 2026-05-12, 2026-05-18, 2026-05-19, 2026-05-18, Ascension and the day after",
        "13, IGJ_REPORT, 2026-05-22, 2026-05-28, 2026-05-28, 2026-05-28, Whit Monday",
        "14, IGJ_REPORT, 2028-04-26, 2028-05-02, 2028-05-03, 2028-05-02, King's Day and equated 28 April",
        "15, IGJ_DETERMINE, 2026-02-17, 2026-03-31, 2026-03-31, 2026-03-31, same weekday",
        "16, IGJ_DETERMINE, 2026-02-28, 2026-04-11, 2026-04-11, 2026-04-10, ends on a Saturday",
        "17, IGJ_DETERMINE, 2026-02-20, 2026-04-03, 2026-04-03, 2026-04-02, ends on Good Friday",
        "18, IGJ_INVESTIGATION, 2026-10-30, 2026-12-28, 2026-12-28, 2026-12-28, nominal 25 December",
        "19, IGJ_INVESTIGATION, 2025-11-06, 2026-01-05, 2026-01-05, 2026-01-05, nominal 1 January and equated 2 January",
        "20, IGJ_INVESTIGATION, 2025-03-02, 2025-04-28, 2025-04-28, 2025-04-28, nominal Sunday 27 April",
        "21, IGJ_INVESTIGATION, 2026-03-19, 2026-05-18, 2026-05-18, 2026-05-18, nominal Ascension and equated 15 May",
        "22, IGJ_INVESTIGATION, 2028-01-04, 2028-02-29, 2028-02-29, 2028-02-29, leap day",
        "23, IGJ_SUPPLEMENT, 2026-04-21, 2026-05-06, 2026-05-06, 2026-05-06, nominal 5 May",
        "24, VT_CONCLUDE, 2026-03-16, 2026-05-26, 2026-05-26, 2026-05-26, nominal Whit Monday",
        "25, VT_START, 2026-03-10, 2026-03-16, 2026-03-16, 2026-03-16, nominal Sunday",
        "26, VT_START, 2026-04-02, 2026-04-08, 2026-04-08, 2026-04-08, two working days inside"
    })
    void workedExamples(
            int example, TermKind kind, LocalDate from, LocalDate due, LocalDate latest, LocalDate target, String why) {
        // when
        Term term = Terms.compute(kind, from);

        // then
        assertThat(term.startedOn()).isEqualTo(from);
        assertThat(term.dueOn()).as("due: %s", why).isEqualTo(due);
        assertThat(term.latestOn()).as("latest: %s", why).isEqualTo(latest);
        assertThat(term.targetOn()).as("target: %s", why).isEqualTo(target);
        assertThat(term.calendarVersion()).isEqualTo(DutchCalendar.current().version());
    }

    @Test
    void aMomentCountsAsItsDayInAmsterdam() {
        // given: still 29 March in UTC, and the night in which summer time began
        Instant lateEvening = Instant.parse("2026-03-29T22:30:00Z");

        // when
        Term term = Terms.compute(IGJ_REPORT, lateEvening);

        // then
        assertThat(term.startedOn()).isEqualTo("2026-03-30");
        assertThat(term.dueOn()).isEqualTo("2026-04-02");
        assertThat(AmsterdamDay.of(Instant.parse("2026-03-29T21:59:59Z"))).isEqualTo("2026-03-29");
        assertThat(AmsterdamDay.of(Instant.parse("2026-01-31T22:59:59Z"))).isEqualTo("2026-01-31");
        assertThat(AmsterdamDay.of(Instant.parse("2026-01-31T23:00:00Z"))).isEqualTo("2026-02-01");
    }

    @Test
    void explainsEveryDayItSkips() {
        // when
        Term term = Terms.compute(IGJ_REPORT, LocalDate.of(2026, 4, 1));

        // then
        assertThat(inDutch(term))
                .containsExactly(
                        "De termijn begint op woensdag 1 april 2026, de dag van de vaststelling of van de mededeling van"
                                + " het ontslag. Die dag telt zelf niet mee.",
                        "Donderdag 2 april 2026 is werkdag 1.",
                        "Vrijdag 3 april 2026 telt niet mee: Goede Vrijdag.",
                        "Zaterdag 4 april 2026 telt niet mee: zaterdag.",
                        "Zondag 5 april 2026 telt niet mee: zondag, Eerste Paasdag.",
                        "Maandag 6 april 2026 telt niet mee: Tweede Paasdag.",
                        "Dinsdag 7 april 2026 is werkdag 2.",
                        "Woensdag 8 april 2026 is werkdag 3.",
                        "De laatste dag is woensdag 8 april 2026, tot en met 24:00 uur in Nederland.",
                        "Deze termijn is beleid van de toezichthouder, geen wettelijke termijn: de Algemene"
                                + " termijnenwet (art. 1 en 5) verschuift hem niet.");
        assertThat(term.explanation().stream().map(line -> line.in(Locale.ENGLISH)))
                .contains("Monday 6 April 2026 does not count: Easter Monday.", "Wednesday 8 April 2026 is working day 3.");
    }

    @Test
    void explainsADayEquatedByDecreeWithTheDecreeAndTheLaterDate() {
        // when
        Term term = Terms.compute(IGJ_REPORT, LocalDate.of(2026, 5, 12));

        // then
        assertThat(inDutch(term))
                .contains(
                        "Vrijdag 15 mei 2026 is werkdag 2: met een feestdag gelijkgesteld (besluit gelijkgestelde dagen"
                                + " 2026-2028), maar hier meegeteld, want de vroegste datum geldt.",
                        "Telt een gelijkgestelde dag niet als werkdag, dan is dinsdag 19 mei 2026 de laatste dag.");
    }

    @Test
    void explainsWhyATermOfWeeksDoesNotShift() {
        // when
        Term term = Terms.compute(IGJ_DETERMINE, LocalDate.of(2026, 2, 28));

        // then
        assertThat(inDutch(term))
                .contains(
                        "De laatste dag is zaterdag 11 april 2026, 6 weken later op dezelfde weekdag, tot en met 24:00"
                                + " uur in Nederland.",
                        "Zaterdag 11 april 2026 is geen werkdag: zaterdag. De termijn schuift daardoor niet op.",
                        "Streefdatum: vrijdag 10 april 2026, de laatste werkdag op of voor de laatste dag.");
    }

    @Test
    void saysThatTheTermHoldsByAnalogyInAWmoCase() {
        // given
        LocalDate from = LocalDate.of(2026, 3, 6);

        // when
        Term direct = Terms.compute(IGJ_REPORT, from);
        Term wmo = Terms.compute(IGJ_REPORT, from, Application.BY_ANALOGY);

        // then
        assertThat(wmo.dueOn()).isEqualTo(direct.dueOn());
        assertThat(wmo.basis().nl()).contains("Wmo 2015 art. 3.4").contains("naar analogie");
        assertThat(direct.basis().nl()).doesNotContain("Wmo");
        assertThat(inDutch(wmo)).anyMatch(line -> line.startsWith("In een Wmo-zaak geldt dit naar analogie"));
        assertThat(inDutch(direct)).noneMatch(line -> line.contains("Wmo"));
    }

    @Test
    void warnsWhenATermRunsPastWhatIsKnownOfEquatedDays() {
        // when
        Term within = Terms.compute(IGJ_DETERMINE, LocalDate.of(2028, 11, 19));
        Term past = Terms.compute(IGJ_DETERMINE, LocalDate.of(2028, 11, 20));

        // then
        assertThat(Terms.isPastHorizon(within.latestOn(), DutchCalendar.current())).isFalse();
        assertThat(Terms.isPastHorizon(past.latestOn(), DutchCalendar.current())).isTrue();
        assertThat(inDutch(within)).noneMatch(line -> line.startsWith("Let op"));
        assertThat(inDutch(past)).anyMatch(line -> line.startsWith("Let op"));
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01", "1949-12-31", "2100-01-01", "+999999999-12-31"})
    void refusesStartsTheCalendarCannotAnswerFor(LocalDate from) {
        assertThat(Terms.canStartOn(from)).isFalse();
        assertThatThrownBy(() -> Terms.compute(IGJ_REPORT, from)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void kindsAreFoundByTheirPublishedId() {
        assertThat(TermKind.ofId("IGJ-REPORT")).contains(IGJ_REPORT);
        assertThat(TermKind.ofId("IGJ-DETERMINE")).contains(IGJ_DETERMINE);
        assertThat(TermKind.ofId("IGJ_REPORT")).isEmpty();
    }

    private static List<String> inDutch(Term term) {
        return term.explanation().stream().map(BilingualText::nl).toList();
    }
}
