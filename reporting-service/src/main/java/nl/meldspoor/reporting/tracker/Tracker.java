package nl.meldspoor.reporting.tracker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import nl.meldspoor.terms.AmsterdamDay;
import org.jboss.logging.Logger;

/**
 * Looks at deadlines and notes what is to be said: of a case when it changed, of all of them when a day begins, when this instance gets
 * cases to watch, and now and then, for nothing that was missed may stay so. All of it waits while the projection is behind the topic.
 */
final class Tracker {

    /** The cases this instance watches. */
    interface Reading {
        /** Goes up whenever others are watched. */
        long assignments();

        Set<Integer> assigned();

        /** Those of the assigned partitions whose rows are as new as the topic is now. */
        Set<Integer> caughtUp();
    }

    private static final Logger LOG = Logger.getLogger(Tracker.class);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    private static final Duration SWEEP_FOR_MANY_EVERY = Duration.ofMinutes(1);
    private static final int PAGE = 500;
    /** More changed cases than this, and all of them are looked at. */
    private static final int MOST_CHANGED = 10_000;

    private final WatchedDeadlines deadlines;
    private final Journal journal;
    private final Reading reading;
    private final ToIntFunction<UUID> partitionOf;
    private final Clock clock;

    private final Set<UUID> changed = new LinkedHashSet<>();
    private boolean changedTooMany;

    private final Set<Integer> swept = new TreeSet<>();
    private LocalDate sweptDay;
    private Instant sweptAt = Instant.MIN;
    private long sweptAssignments = -1;

    Tracker(
            WatchedDeadlines deadlines, Journal journal, Reading reading, ToIntFunction<UUID> partitionOf, Clock clock) {
        this.deadlines = deadlines;
        this.journal = journal;
        this.reading = reading;
        this.partitionOf = partitionOf;
        this.clock = clock;
    }

    /** These cases have new rows. Never blocks. */
    void changed(Collection<UUID> cases) {
        synchronized (changed) {
            if (changed.size() + cases.size() > MOST_CHANGED) {
                changedTooMany = true;
                changed.clear();
            } else if (!changedTooMany) {
                changed.addAll(cases);
            }
        }
    }

    /**
     * One round. Returns how many rungs were noted.
     *
     * @throws RuntimeException when database or Kafka do not answer; the next round does what this one left
     */
    int tick() {
        Instant now = clock.instant();
        LocalDate today = AmsterdamDay.of(now);
        forgetWhatIsOld(now, today);
        int noted = 0;
        if (!swept.containsAll(reading.assigned())) {
            noted += sweep(today, now);
        }
        Set<UUID> cases = takeChanged();
        try {
            noted += note(cases.stream().filter(c -> swept.contains(partitionOf.applyAsInt(c))).toList(), today, now);
        } catch (RuntimeException e) {
            changed(cases);
            throw e;
        }
        return noted;
    }

    private void forgetWhatIsOld(Instant now, LocalDate today) {
        boolean overdue = sweptAt.isBefore(now.minus(SWEEP_EVERY)) || sweptAt.isAfter(now);
        boolean tooMany;
        synchronized (changed) {
            tooMany = changedTooMany && sweptAt.isBefore(now.minus(SWEEP_FOR_MANY_EVERY));
            changedTooMany &= !tooMany;
        }
        if (overdue || tooMany || !today.equals(sweptDay) || reading.assignments() != sweptAssignments) {
            sweptAssignments = reading.assignments();
            sweptDay = today;
            sweptAt = now;
            swept.clear();
        }
    }

    private Set<UUID> takeChanged() {
        synchronized (changed) {
            Set<UUID> taken = Set.copyOf(changed);
            changed.clear();
            return taken;
        }
    }

    /** Everything of the partitions that were not looked at yet and are caught up. */
    private int sweep(LocalDate today, Instant now) {
        Set<Integer> fresh = new HashSet<>(reading.caughtUp());
        fresh.removeAll(swept);
        if (fresh.isEmpty()) {
            return 0;
        }
        int noted = 0;
        WatchedDeadlines.Placed last = null;
        List<WatchedDeadlines.Placed> page;
        do {
            page = deadlines.page(last, today, PAGE);
            Set<UUID> cases = new LinkedHashSet<>();
            for (WatchedDeadlines.Placed placed : page) {
                UUID caseId = placed.deadline().caseId();
                if (fresh.contains(partitionOf.applyAsInt(caseId))
                        && Escalation.of(placed.deadline(), today).isPresent()) {
                    cases.add(caseId);
                }
            }
            noted += cases.isEmpty() ? 0 : journal.note(cases, today, now);
            last = page.isEmpty() ? null : page.getLast();
        } while (page.size() == PAGE);
        swept.addAll(fresh);
        LOG.infof("deadlines-looked-at day=%s partitions=%d noted=%d", today, fresh.size(), noted);
        return noted;
    }

    private int note(List<UUID> cases, LocalDate today, Instant now) {
        int noted = 0;
        for (int from = 0; from < cases.size(); from += PAGE) {
            List<UUID> some = cases.subList(from, Math.min(cases.size(), from + PAGE));
            Set<UUID> speaking = new LinkedHashSet<>();
            for (WatchedDeadline deadline : deadlines.ofCases(some)) {
                if (Escalation.of(deadline, today).isPresent()) {
                    speaking.add(deadline.caseId());
                }
            }
            noted += speaking.isEmpty() ? 0 : journal.note(new ArrayList<>(speaking), today, now);
        }
        return noted;
    }
}
