package nl.meldspoor.notifications.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.TermKind;
import org.junit.jupiter.api.Test;

/** Who hears that the calendar does not reach the end of a term. */
class PastHorizonTest {

    private static final String BOARD = "role/de-linde/board";
    private static final String OFFICERS = "role/de-linde/attention-officer";
    private static final LocalDate HORIZON = DutchCalendar.current().horizon();

    @Test
    void theBoardOfACaseAboutOwnPersonnel() {
        // when
        List<Notification> told = last(reported(AccusedKind.STAFF, term(TermKind.IGJ_DETERMINE, HORIZON.plusDays(1))));

        // then
        assertThat(told).extracting(n -> n.recipient().key()).containsExactly(BOARD);
        assertThat(told.getFirst().kind()).isEqualTo(NotificationKind.CALENDAR_HORIZON_PASSED);
        assertThat(told.getFirst().urgent()).isFalse();
        assertThat(told.getFirst().subject().term().kind()).isEqualTo("IGJ-DETERMINE");
    }

    @Test
    void theBoardAlsoWhileTheAccusedIsUnlinked() {
        assertThat(last(reported(AccusedKind.UNKNOWN, term(TermKind.IGJ_DETERMINE, HORIZON.plusDays(1)))))
                .extracting(n -> n.recipient().key())
                .containsExactly(BOARD);
    }

    @Test
    void theAttentionOfficerOfAMeldcodeCaseOfWhichTheBoardSeesFiguresOnly() {
        // given
        CaseOnTopic given = new CaseOnTopic("de-linde")
                .openedMeldcode("nurse")
                .melding("nurse", "noord", MeldingChannel.MELDSPOOR)
                .acknowledged("liaison", term(TermKind.VT_START, HORIZON.plusDays(3)));

        // then
        assertThat(last(given)).extracting(n -> n.recipient().key()).containsExactly(OFFICERS);
    }

    @Test
    void nobodyOfATermTheCalendarReaches() {
        assertThat(last(reported(AccusedKind.STAFF, term(TermKind.IGJ_DETERMINE, HORIZON)))).isEmpty();
    }

    @Test
    void nobodyOfADaySomebodyNamed() {
        assertThat(last(reported(AccusedKind.STAFF, term(TermKind.IMPROVE, HORIZON.plusYears(1))))).isEmpty();
    }

    @Test
    void oncePerCaseAndKindOfTerm() {
        // given
        CaseOnTopic once = reported(AccusedKind.STAFF, term(TermKind.IGJ_DETERMINE, HORIZON.plusDays(9)));
        Notification first = last(once).getFirst();

        // when the term starts anew in the same case, and in another
        Notification again = last(once.internalReport("nurse", AccusedKind.STAFF, "colleague", term(TermKind.IGJ_DETERMINE, HORIZON.plusDays(2))))
                .getFirst();
        Notification otherKind = last(once.internalReport("nurse", AccusedKind.STAFF, "colleague", term(TermKind.IGJ_REPORT, HORIZON.plusDays(2))))
                .getFirst();
        Notification otherCase = last(reported(AccusedKind.STAFF, term(TermKind.IGJ_DETERMINE, HORIZON.plusDays(2)))).getFirst();

        // then
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(List.of(first.id(), otherKind.id(), otherCase.id())).doesNotHaveDuplicates();
    }

    private static List<Notification> last(CaseOnTopic given) {
        List<RecordedEvent> events = given.events().stream().map(PublishedEvent::recorded).toList();
        return PastHorizon.of(events.getLast(), RouteFacts.of("de-linde", CaseHistory.of(events)), DutchCalendar.current());
    }

    private static CaseOnTopic reported(AccusedKind kind, TermFact term) {
        return new CaseOnTopic("de-linde")
                .openedCareRelation("nurse")
                .internalReport("nurse", kind, kind == AccusedKind.UNKNOWN ? null : "colleague", term);
    }

    private static TermFact term(TermKind kind, LocalDate end) {
        return new TermFact(kind.id(), end.minusDays(42), end, end, end, DutchCalendar.current().version());
    }
}
