package nl.meldspoor.events.history;

import java.util.function.Function;
import java.util.function.Predicate;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.Route;

/**
 * Something the sources want recorded at least in a step. It guides and never refuses.
 *
 * @param id e.g. {@code SIGNALS.SOURCE}
 * @param route null: both routes
 * @param source document, step and at most one line of it
 * @param asked whether the case asks for it yet: who received a melding is asked only once there is one
 * @param missing whether it is missing; what only sealed content could tell counts as recorded where its presence is not known
 * @param mover whose move it is while it is missing
 */
public record Requirement(
        String id,
        Route route,
        int step,
        Bilingual text,
        String source,
        Predicate<CaseHistory> asked,
        Predicate<CaseHistory> missing,
        Function<CaseHistory, Mover> mover) {

    /** Whether it is asked for on this case, recorded or not. */
    boolean isAsked(CaseHistory history) {
        return (route == null || route == history.route()) && (asked.test(history) || missing.test(history));
    }

    boolean isMissing(CaseHistory history) {
        return (route == null || route == history.route()) && missing.test(history);
    }

    /** How it stands on a case. */
    Standing on(CaseHistory history) {
        boolean isMissing = isMissing(history);
        return new Standing(
                this,
                isMissing ? State.MISSING : State.RECORDED,
                isMissing ? mover.apply(history).on(history) : null);
    }

    /** Whether what is asked for is there. */
    public enum State {
        RECORDED,
        MISSING
    }

    /**
     * A requirement as it stands on a case.
     *
     * @param mover whose move it is, null when it is recorded
     */
    public record Standing(Requirement requirement, State state, Mover mover) {
        public String id() {
            return requirement.id();
        }
    }
}
