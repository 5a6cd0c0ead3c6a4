package nl.meldspoor.events.history;

import static nl.meldspoor.events.history.Recorded.event;
import static nl.meldspoor.events.history.Recorded.melding;
import static nl.meldspoor.events.history.Recorded.nobodyAccused;
import static nl.meldspoor.events.history.Recorded.opened;
import static nl.meldspoor.events.history.Recorded.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CaseHistoryTest {

    private static final RecordedEvent OPENED = event(1, opened(Route.CARE_RELATION));
    private static final RecordedEvent REPORTED = event(2, report(AccusedKind.STAFF, "x"));

    @Test
    void aCaseIsReadAsOfAVersionAndAsOfAMoment() {
        CaseHistory history = CaseHistory.of(List.of(OPENED, REPORTED, event(3, nobodyAccused())));
        assertThat(history.upTo(2).orElseThrow().version()).isEqualTo(2);
        assertThat(history.upTo(4)).isEmpty();
        assertThat(history.upTo(0)).isEmpty();
        assertThat(history.asKnownAt(Recorded.AT.plusSeconds(2)).orElseThrow().version()).isEqualTo(2);
        assertThat(history.asKnownAt(Recorded.AT)).isEmpty();
    }

    @Test
    void whatDoesNotFitFailsLoudly() {
        CaseHistory history = CaseHistory.of(List.of(OPENED));
        assertRefused(() -> CaseHistory.of(List.of()), "none");
        assertRefused(() -> CaseHistory.of(List.of(event(1, nobodyAccused()))), "expected CaseOpened first, but was HearingWaived");
        assertRefused(() -> history.with(event(3, nobodyAccused())), "expected sequence 2, but was 3");
        assertRefused(() -> history.with(event(2, opened(Route.CARE_RELATION))), "expected one CaseOpened");
        assertRefused(() -> history.with(event(UUID.randomUUID(), 2, nobodyAccused())), "expected an event of case");
        assertRefused(
                () -> history.with(event(2, melding("noord", MeldingChannel.PHONE))),
                "expected an event of route CARE_RELATION, but was MeldingMade");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void onTheTopicNothingIsMissedThatOnlySealedContentCouldTell() {
        CaseHistory history = CaseHistory.of(List.of(event(1, opened(Route.MELDCODE)), event(2, melding("noord", MeldingChannel.PHONE))));
        assertThat(Steps.of(history).get(4).missing()).containsExactly("OB-SEEK-FEEDBACK");
    }
}
