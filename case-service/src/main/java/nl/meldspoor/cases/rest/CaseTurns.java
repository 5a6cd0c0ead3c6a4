package nl.meldspoor.cases.rest;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.meldspoor.http.ProblemException;

/**
 * Commands of one case take turns, first come, first served, so that many at once do not decide on a version that is gone before they
 * store. Other instances are not held back: between them the head of the case decides, and who comes too late decides again.
 *
 * <p>Cases share a bounded number of places; two cases that share one wait for each other, which is slower and never wrong.
 */
final class CaseTurns {

    private static final int PLACES = 1024;

    private final Duration patience;
    private final ReentrantLock[] places = IntStream.range(0, PLACES).mapToObj(n -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);

    /** @param patience how long a command waits for its turn before it is answered 503 */
    CaseTurns(Duration patience) {
        this.patience = patience;
    }

    <T> T take(UUID caseId, Supplier<T> command) {
        var place = places[Math.floorMod(caseId.hashCode(), PLACES)];
        try {
            if (!place.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw ProblemException.unavailable(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable(1);
        }
        try {
            return command.get();
        } finally {
            place.unlock();
        }
    }
}
