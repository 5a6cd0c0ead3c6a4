package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.PROFESSIONAL;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Somebody who records one entry after the other on a case of his own, whatever breaks meanwhile: an entry without an answer is sent again
 * with the same Idempotency-Key until there is one. Every entry happened at a moment of its own, by which it is known everywhere.
 */
final class Writer {

    /** What the next request is about. */
    private record Pending(String entry, Body body, Instant happened, String key, boolean refused) {}

    private final CaseFile file = PROFESSIONAL.open(Entries.meldcode());
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(20, ChronoUnit.DAYS);
    private final Random random;
    private final List<Instant> accepted = new ArrayList<>();
    private final Queue<String> surprises;
    private int count;
    private int meldingen;
    private int refused;
    private int withoutAnswer;
    private Pending pending;

    Writer(Random random, Queue<String> surprises) {
        this.random = random;
        this.surprises = surprises;
    }

    static Queue<String> surprises() {
        return new ConcurrentLinkedQueue<>();
    }

    CaseFile file() {
        return file;
    }

    /** The moments of what was accepted, in order. */
    synchronized List<Instant> accepted() {
        return List.copyOf(accepted);
    }

    synchronized int meldingen() {
        return meldingen;
    }

    synchronized int refused() {
        return refused;
    }

    synchronized int withoutAnswer() {
        return withoutAnswer;
    }

    synchronized boolean idle() {
        return pending == null;
    }

    /** Records the next entry. */
    void writeNext() {
        synchronized (this) {
            if (pending == null) {
                pending = next();
            }
        }
        tryPending();
    }

    /** Sends what has no answer yet once more; nothing when everything has one. */
    synchronized void tryPending() {
        if (pending == null) {
            return;
        }
        try {
            Answer answer = file.entry(pending.entry, pending.body).key(pending.key).sendOrFail();
            answered(answer);
        } catch (IOException e) {
            withoutAnswer++;
        }
    }

    private void answered(Answer answer) {
        switch (answer.status()) {
            case 201 -> {
                if (pending.refused) {
                    surprises.add("accepted, but a rule refuses it: " + pending.body);
                }
                accepted.add(pending.happened);
                meldingen += pending.entry.equals("meldingen") ? 1 : 0;
                pending = null;
            }
            case 409 -> {
                if (!pending.refused) {
                    surprises.add("refused, but no rule refuses it: " + answer.text());
                }
                refused++;
                pending = null;
            }
            case 503 -> withoutAnswer++;
            default -> {
                surprises.add("expected 201, 409 or 503, but was " + answer.status() + ": " + answer.text());
                withoutAnswer++;
            }
        }
    }

    private Pending next() {
        Instant happened = begin.plusSeconds(++count);
        String key = "writer-" + UUID.randomUUID();
        // the first is refused, so that one is in every flow
        return switch (count == 1 ? 1 : random.nextInt(8)) {
            case 0 -> new Pending("meldingen", Entries.melding().with("madeAt", happened.toString()), happened, key, false);
            case 1 -> new Pending(
                    "signals", signal(happened).with("source", "NEIGHBOUR"), happened, key, true);
            default -> new Pending("signals", signal(happened), happened, key, false);
        };
    }

    private static Body signal(Instant happened) {
        return Entries.signal().with("observedAt", happened.toString());
    }
}
