package nl.meldspoor.cases.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;

/**
 * Folded cases that were used lately, bounded by the events they hold. What is here may be old: whoever answers from it has compared it
 * with the head of the case ({@link #at}). Who may reach a case is not asked here.
 */
final class FoldedCases {

    /** What a case weighs beside its events, in events. */
    private static final int OF_ITSELF = 4;

    private final Cache<UUID, FoldedCase> cases;

    /** @param mostEvents events of all cases together */
    FoldedCases(long mostEvents) {
        this.cases = Caffeine.newBuilder()
                .maximumWeight(mostEvents)
                .<UUID, FoldedCase>weigher((id, folded) -> OF_ITSELF + (int) Math.min(folded.version(), Integer.MAX_VALUE - OF_ITSELF))
                .executor(Runnable::run)
                .build();
    }

    /** The case as it was when last seen. */
    Optional<FoldedCase> lastSeen(UUID caseId) {
        return Optional.ofNullable(cases.getIfPresent(caseId));
    }

    /** The case at this head. */
    Optional<FoldedCase> at(UUID caseId, long version, String hash) {
        return lastSeen(caseId).filter(folded -> folded.isAt(version, hash));
    }

    /** Keeps a case that is stored, unless a newer version is here already. */
    void keep(FoldedCase folded) {
        cases.asMap().merge(folded.caseId(), folded, (old, fresh) -> old.version() > fresh.version() ? old : fresh);
    }

    /** After something that makes what is here doubtful. */
    void forget(UUID caseId) {
        cases.invalidate(caseId);
    }
}
