package nl.meldspoor.reporting.tracker;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import nl.meldspoor.events.deadlines.Rung;
import nl.meldspoor.terms.Urgency;

/**
 * What is to be said of a deadline today. Pure.
 *
 * <p>One thing at most, where it stands: whoever was away for a week hears of the highest rung that was passed, not of each. A rung
 * below one that was told is never told any more.
 */
final class Escalation {

    private Escalation() {}

    /** The rung to note, with the days left to say; empty when everything is said. */
    record Step(Rung rung, int workingDaysLeft) {}

    static Optional<Step> of(WatchedDeadline deadline, LocalDate today) {
        if (deadline.metOn() != null) {
            return deadline.told().contains(Rung.MET)
                    ? Optional.empty()
                    : Optional.of(step(Rung.MET, deadline.metOn(), deadline));
        }
        if (deadline.resting()) {
            return Optional.empty();
        }
        Optional<Rung> highestTold =
                deadline.told().stream().filter(r -> r != Rung.MET).max(Comparator.naturalOrder());
        return Ladder.of(deadline.startedOn(), deadline.dueOn())
                .reached(today)
                .filter(reached -> highestTold.map(told -> told.compareTo(reached) < 0).orElse(true))
                .map(reached -> step(reached, today, deadline));
    }

    private static Step step(Rung rung, LocalDate day, WatchedDeadline deadline) {
        return new Step(rung, Urgency.workingDaysLeft(day, deadline.dueOn()));
    }
}
