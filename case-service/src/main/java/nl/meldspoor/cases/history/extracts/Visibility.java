package nl.meldspoor.cases.history.extracts;

import java.util.Set;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonKind;

/**
 * What an extract shows of an entry.
 *
 * @param hidden members left out although they are facts, as {@code InternalReportMade.reporterKind}
 * @param recorder whether the role of who recorded is shown
 * @param numbered whether entries carry their sequence: a gap in the numbers tells that something was left out
 */
record Visibility(ExtractKind kind, Set<String> hidden, boolean recorder, boolean numbered) {

    /** What nobody reads on paper: switches of Meldspoor itself. */
    private static final Set<String> NEVER = Set.of("SignalRecorded.withholdFromClientFile");

    Visibility {
        hidden = Set.copyOf(hidden);
    }

    boolean shows(EventType type, Class<?> owner, EventShape.Member member) {
        return shows(type, owner.getSimpleName() + "." + member.name(), member.sealed());
    }

    /** @param sealed whose it is, or null for a fact */
    boolean shows(EventType type, String qualified, PersonKind sealed) {
        return !NEVER.contains(qualified)
                && !hidden.contains(qualified)
                && (sealed == null || kind.shows(type).contains(sealed));
    }
}
