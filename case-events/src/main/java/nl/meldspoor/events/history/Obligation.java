package nl.meldspoor.events.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;

/**
 * A duty that arises from recorded facts and stands until an entry meets it.
 *
 * @param id as in domain.md 5, also the id of its rule
 * @param version of the rule; goes up when what raises or meets it changes
 * @param route the route it belongs to, or null for both
 * @param steps the steps in which it shows
 * @param blocksClosing whether the case cannot be closed while it is open
 * @param atOnce whether it is due from its first moment, without a date
 * @param text what is to be done
 * @param source document, step and at most one line of it
 * @param metByEvents names of the events that can meet it; while one of them is not in the catalogue the obligation does not arise
 * @param cause which entries raise it
 * @param meeting which entries meet it
 * @param arisesWhenMet false: a cause whose meeting entry was recorded before it raises nothing
 * @param due the date it is due, if it has one
 * @param mover whose move it is while it is open
 */
public record Obligation(
        String id,
        int version,
        Route route,
        List<Integer> steps,
        boolean blocksClosing,
        boolean atOnce,
        Bilingual text,
        String source,
        Set<String> metByEvents,
        Cause cause,
        Meeting meeting,
        boolean arisesWhenMet,
        Due due,
        Mover mover) {

    public Obligation {
        steps = List.copyOf(steps);
        metByEvents = Set.copyOf(metByEvents);
    }

    /**
     * The switch: an obligation nobody could meet yet does not arise. It comes alive by itself when the last of its entries is in
     * {@link EventType}.
     */
    public boolean canBeMet() {
        return metByEvents.stream().allMatch(name -> EventType.byName(name).isPresent());
    }

    /** Whether it can arise on cases of this route. */
    public boolean isOf(Route route) {
        return this.route == null || this.route == route;
    }

    /** Which entries raise the obligation. */
    @FunctionalInterface
    public interface Cause {
        boolean raisedBy(RecordedEvent event, CaseHistory history);

        /** When the facts happened from which it arises; a meeting entry must not precede these. Usually the entry itself. */
        default Happened factsOf(Entry<?> entry, CaseHistory history) {
            return entry.happened();
        }
    }

    /** How an entry meets it. */
    public enum Meets {
        NO,
        /** Whenever it happened. */
        WHENEVER,
        /** Only causes it does not precede: at the same moment, or on the same day where only the day is known, counts. */
        AFTERWARDS
    }

    /** What meets the obligation, and which cause belongs to which meeting entry. */
    @FunctionalInterface
    public interface Meeting {
        Meets metBy(RecordedEvent event, CaseHistory history);

        /** Causes and meeting entries belong together when they have the same subject, such as the melding the feedback is about. */
        default Object subject(RecordedEvent event) {
            return "the case";
        }
    }

    /** When it is due. */
    @FunctionalInterface
    public interface Due {
        /** @param since sequence of the entry that raised the instance that is shown */
        Optional<LocalDate> on(CaseHistory history, long since);
    }
}
