package nl.meldspoor.cases.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Questions that are asked at the same moment travel as one query: whatever comes while one is on its way makes the next, so that nothing
 * waits for a clock. Every answer is of a query that began after its question was asked.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class AskedTogether<Q, A> {

    private static final int MOST_IN_ONE = 200;
    private static final int MOST_WAITING = 5_000;

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final int lanes;
    private final Function<List<Q>, List<A>> query;
    private final Deque<Asked<Q, A>> waiting = new ArrayDeque<>();
    private int asking;

    /**
     * @param lanes how many queries are on their way at most
     * @param query answers questions, in their order
     */
    public AskedTogether(int lanes, Function<List<Q>, List<A>> query) {
        this.lanes = lanes;
        this.query = query;
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws StoreBusy when too many wait
     */
    public A ask(Q question) {
        Asked<Q, A> asked = new Asked<>(question, new CompletableFuture<>());
        synchronized (waiting) {
            if (waiting.size() >= MOST_WAITING) {
                throw new StoreBusy(MOST_WAITING + " questions wait to be asked");
            }
            waiting.add(asked);
            if (asking < lanes) {
                asking++;
                Thread.startVirtualThread(this::askAll);
            }
        }
        try {
            return asked.answer().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for PostgreSQL");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void askAll() {
        while (true) {
            List<Asked<Q, A>> together = next();
            if (together.isEmpty()) {
                return;
            }
            answer(together);
        }
    }

    private List<Asked<Q, A>> next() {
        synchronized (waiting) {
            List<Asked<Q, A>> together = new ArrayList<>(Math.min(waiting.size(), MOST_IN_ONE));
            while (!waiting.isEmpty() && together.size() < MOST_IN_ONE) {
                together.add(waiting.poll());
            }
            if (together.isEmpty()) {
                asking--;
            }
            return together;
        }
    }

    private void answer(List<Asked<Q, A>> together) {
        try {
            List<A> answers = query.apply(together.stream().map(Asked::question).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer().complete(answers.get(i));
            }
        } catch (StoreUnavailable | StoreBusy e) {
            together.forEach(asked -> asked.answer().completeExceptionally(e));
        } catch (RuntimeException | Error e) {
            if (together.size() == 1) {
                together.getFirst().answer().completeExceptionally(e);
            } else {
                // one of them cannot be answered: that is not the others' fault
                together.forEach(asked -> answer(List.of(asked)));
            }
        }
    }
}
