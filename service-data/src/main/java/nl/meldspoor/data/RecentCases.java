package nl.meldspoor.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * What was made of the events of cases lately, so that they need not be read and folded for every event that is added. Bounded by weight.
 * What is here may be old: whoever uses it has locked the case, and compares it with what the database says of it.
 */
public final class RecentCases<T> {

    private final Cache<UUID, T> cases;

    /**
     * @param most weight of all together
     * @param weight of one
     */
    public RecentCases(long most, ToIntFunction<T> weight) {
        this.cases = Caffeine.newBuilder()
                .maximumWeight(most)
                .<UUID, T>weigher((id, made) -> weight.applyAsInt(made))
                .executor(Runnable::run)
                .build();
    }

    public Optional<T> lastSeen(UUID caseId) {
        return Optional.ofNullable(cases.getIfPresent(caseId));
    }

    /** Keeps what was made of a case, once that is committed. */
    public void keep(UUID caseId, T made) {
        cases.put(caseId, made);
    }
}
