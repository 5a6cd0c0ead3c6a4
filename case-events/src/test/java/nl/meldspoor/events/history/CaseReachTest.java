package nl.meldspoor.events.history;

import static nl.meldspoor.events.history.CaseReach.AccusedState.LINKED;
import static nl.meldspoor.events.history.CaseReach.AccusedState.NONE;
import static nl.meldspoor.events.history.CaseReach.AccusedState.UNLINKED;
import static nl.meldspoor.events.history.Recorded.event;
import static nl.meldspoor.events.history.Recorded.melding;
import static nl.meldspoor.events.history.Recorded.nobodyAccused;
import static nl.meldspoor.events.history.Recorded.opened;
import static nl.meldspoor.events.history.Recorded.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import org.junit.jupiter.api.Test;

class CaseReachTest {

    private static CaseReach after(Route route, CaseEvent... entries) {
        List<RecordedEvent> events = new ArrayList<>(List.of(event(1, opened(route))));
        for (CaseEvent entry : entries) {
            events.add(event(events.size() + 1L, entry));
        }
        return CaseReach.of(CaseHistory.of(events));
    }

    private static CaseReach.AccusedState accused(CaseEvent... entries) {
        return after(Route.CARE_RELATION, entries).accusedState();
    }

    @Test
    void anAccusedWhoMayBeAUserIsUnlinkedUntilLinkedOrRuledOut() {
        assertThat(accused()).isEqualTo(NONE);
        assertThat(accused(report(AccusedKind.NONE, null))).isEqualTo(NONE);
        assertThat(accused(report(AccusedKind.CLIENT, null))).isEqualTo(NONE);
        assertThat(accused(report(AccusedKind.STAFF, null))).isEqualTo(UNLINKED);
        assertThat(accused(report(AccusedKind.VOLUNTEER, null))).isEqualTo(UNLINKED);
        assertThat(accused(report(AccusedKind.UNKNOWN, null))).isEqualTo(UNLINKED);
        assertThat(accused(report(AccusedKind.STAFF, "x"))).isEqualTo(LINKED);
        assertThat(accused(report(AccusedKind.UNKNOWN, null), report(AccusedKind.STAFF, "x"))).isEqualTo(LINKED);
        assertThat(accused(report(AccusedKind.STAFF, null), nobodyAccused())).isEqualTo(NONE);
    }

    @Test
    void doubtStaysOnTheSafeSide() {
        assertThat(accused(nobodyAccused(), report(AccusedKind.STAFF, null))).isEqualTo(UNLINKED);
        assertThat(accused(report(AccusedKind.STAFF, "x"), report(AccusedKind.UNKNOWN, null))).isEqualTo(UNLINKED);
        assertThat(accused(report(AccusedKind.VOLUNTEER, null), report(AccusedKind.STAFF, "x"))).isEqualTo(UNLINKED);
    }

    @Test
    void everyAccusedAndReceiverIsKeptOnce() {
        // when
        CaseReach reach = after(
                Route.CARE_RELATION,
                report(AccusedKind.STAFF, "x"),
                report(AccusedKind.STAFF, "y"),
                report(AccusedKind.STAFF, "x"));

        // then
        assertThat(reach.accusedRefs()).containsExactly("x", "y");
        assertThat(reach.receivedByRefs()).containsExactly("receiver");
        assertThat(reach.excludedRefs()).containsExactly("shield");
        assertThat(reach.openedByRef()).isEqualTo("recorder");
    }

    @Test
    void onlyMeldingenThroughMeldspoorAreForTheLiaison() {
        // when
        CaseReach reach = after(
                Route.MELDCODE, melding("zuid", MeldingChannel.MELDSPOOR), melding("noord", MeldingChannel.PHONE));

        // then
        assertThat(reach.meldingRegions()).containsExactly("zuid");
        assertThat(reach.region()).isEqualTo("noord");
    }
}
