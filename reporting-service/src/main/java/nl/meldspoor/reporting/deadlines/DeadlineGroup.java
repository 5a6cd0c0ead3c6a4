package nl.meldspoor.reporting.deadlines;

import java.util.Optional;
import nl.meldspoor.terms.TermState;
import nl.meldspoor.terms.Urgency;

/**
 * The groups in which deadlines are listed, most urgent first; within one, the earliest {@code dueOn} first. What is due at once needs no
 * clause of its own: it is due on the day it began, and nothing begins in the future.
 */
public enum DeadlineGroup {
    OVERDUE(Urgency.OVERDUE, TermState.MISSED, "d.standing = 'UNMET' and d.due_on < $15"),
    RED(Urgency.RED, TermState.OPEN, "d.standing = 'UNMET' and d.due_on >= $15 and d.due_on <= $16"),
    AMBER(Urgency.AMBER, TermState.OPEN, "d.standing = 'UNMET' and d.due_on > $16 and d.half_on <= $15"),
    GREEN(Urgency.GREEN, TermState.OPEN, "d.standing = 'UNMET' and d.due_on > $16 and d.half_on > $15"),
    MET_LATE(null, TermState.MISSED, "d.standing = 'MET_LATE'"),
    MET(null, TermState.MET, "d.standing = 'MET'");

    private final Urgency urgency;
    private final TermState state;
    private final String predicate;

    DeadlineGroup(Urgency urgency, TermState state, String predicate) {
        this.urgency = urgency;
        this.state = state;
        this.predicate = predicate;
    }

    /** How urgent its deadlines are; empty when they are met. */
    public Optional<Urgency> urgency() {
        return Optional.ofNullable(urgency);
    }

    /** Whether deadlines of this group can pass these filters; an empty filter lets all pass. */
    boolean fits(Optional<TermState> wantedState, Optional<Urgency> wantedUrgency) {
        return wantedState.map(state::equals).orElse(true)
                && wantedUrgency.map(wanted -> wanted == urgency).orElse(true);
    }

    /** On {@code deadline d}, with $15 today and $16 {@link UrgencyDays#redUntil}; in the order of an index. */
    String predicate() {
        return predicate;
    }
}
