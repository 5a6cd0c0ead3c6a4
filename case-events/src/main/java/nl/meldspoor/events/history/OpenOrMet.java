package nl.meldspoor.events.history;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An obligation of a case as it stands. An obligation may arise again after it was met: this is its newest instance.
 *
 * @param since sequence of the entry that raised this instance
 * @param metBy sequence of the entry that met it, null while open
 * @param dueOn the date it is due, or null
 */
public record OpenOrMet(Obligation obligation, ObligationState state, long since, Long metBy, LocalDate dueOn) {

    public String id() {
        return obligation.id();
    }

    public boolean isOpen() {
        return state == ObligationState.OPEN;
    }

    /** Whose move it is on this case; nobody's once it is met. */
    public Optional<Mover> mover(CaseHistory history) {
        return isOpen() ? Optional.of(obligation.mover().on(history)) : Optional.empty();
    }

    public boolean blocksClosing() {
        return obligation.blocksClosing();
    }
}
