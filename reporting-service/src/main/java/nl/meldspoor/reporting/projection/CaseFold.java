package nl.meldspoor.reporting.projection;

import java.util.List;
import java.util.Optional;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;

/**
 * A case folded from its events as far as this build understands them. Pure.
 *
 * @param change what the understood events change; empty when none of the new ones was
 * @param stoppedAt the sequence of the first event that was not understood, if there was one
 */
record CaseFold(Optional<CaseChange> change, Optional<Long> stoppedAt) {

    /**
     * @param before the case as it was; empty for one that is new
     * @param now the events to add, in order, at least one
     */
    static CaseFold of(Optional<ProjectedCase> before, List<PublishedEvent> now) {
        return change(before, now)
                .map(change -> new CaseFold(Optional.of(change), Optional.empty()))
                .orElseGet(() -> upToTheFirstNotUnderstood(before, now));
    }

    /** Fewer and fewer events until they are understood. An event may fold well and still break what follows from it. */
    private static CaseFold upToTheFirstNotUnderstood(Optional<ProjectedCase> before, List<PublishedEvent> now) {
        for (int count = now.size() - 1; count > 0; count--) {
            Optional<CaseChange> change = change(before, now.subList(0, count));
            if (change.isPresent()) {
                return new CaseFold(change, Optional.of(now.get(count).sequence()));
            }
        }
        return nothing(now);
    }

    /** None of them was understood. */
    static CaseFold nothing(List<PublishedEvent> now) {
        return new CaseFold(Optional.empty(), Optional.of(now.getFirst().sequence()));
    }

    /** Empty when anything on the way is not understood: the shared fold throws on what it does not know. */
    private static Optional<CaseChange> change(Optional<ProjectedCase> before, List<PublishedEvent> now) {
        try {
            List<RecordedEvent> events = now.stream().map(PublishedEvent::recorded).toList();
            CaseHistory history = before.map(c -> c.history().with(events)).orElseGet(() -> CaseHistory.of(events));
            return Optional.of(CaseChange.of(
                    now.getFirst().organisation(),
                    before.map(c -> c.history().version()).orElse(0L),
                    before.flatMap(ProjectedCase::rows),
                    history));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
