package nl.meldspoor.reporting.web.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Connections that stay open: so many altogether, so many for each person. */
final class Seats {

    private final int atMost;
    private final int eachAtMost;
    private final Map<String, Integer> taken = new HashMap<>();
    private int altogether;

    Seats(int atMost, int eachAtMost) {
        this.atMost = atMost;
        this.eachAtMost = eachAtMost;
    }

    /** A seat, given back once by closing it. */
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }

    /** Empty when there is none. */
    synchronized Optional<Seat> take(String person) {
        if (altogether >= atMost || taken.getOrDefault(person, 0) >= eachAtMost) {
            return Optional.empty();
        }
        altogether++;
        taken.merge(person, 1, Integer::sum);
        var open = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (open.getAndSet(false)) {
                giveBack(person);
            }
        });
    }

    private synchronized void giveBack(String person) {
        altogether--;
        taken.computeIfPresent(person, (name, seats) -> seats == 1 ? null : seats - 1);
    }

    synchronized int taken() {
        return altogether;
    }
}
