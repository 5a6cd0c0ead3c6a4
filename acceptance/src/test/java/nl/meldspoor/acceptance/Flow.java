package nl.meldspoor.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Writers that go on recording while parts are killed and started again. */
final class Flow {

    private static final int WRITERS = 3;
    private static final int PAUSE_MS = 40;

    private final Queue<String> surprises = Writer.surprises();
    private final List<Writer> writers;
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(WRITERS);
    private volatile boolean goOn = true;

    private Flow(Random random) {
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(n -> new Writer(new Random(random.nextLong()), surprises))
                .toList();
    }

    /** Opens a case per writer and lets them write. */
    static Flow started(Random random) {
        Flow flow = new Flow(random);
        flow.writers.forEach(w -> flow.executor.scheduleWithFixedDelay(
                () -> flow.step(w), 0, PAUSE_MS, TimeUnit.MILLISECONDS));
        return flow;
    }

    private void step(Writer writer) {
        try {
            if (goOn) {
                writer.writeNext();
            } else {
                writer.tryPending();
            }
        } catch (RuntimeException e) {
            surprises.add(e.toString());
        }
    }

    int accepted() {
        return writers.stream().mapToInt(w -> w.accepted().size()).sum();
    }

    /** How often an entry was sent and no answer came, or one that says to come back. */
    int withoutAnswer() {
        return writers.stream().mapToInt(Writer::withoutAnswer).sum();
    }

    /** Waits till so many more were accepted. */
    void awaitMore(int entries) {
        int from = accepted();
        await().atMost(Duration.ofSeconds(60)).until(() -> accepted() >= from + entries);
    }

    /** Lets no new entry begin and waits till each has its answer. */
    Flow rest() {
        goOn = false;
        await().atMost(Duration.ofSeconds(60)).until(() -> writers.stream().allMatch(Writer::idle));
        return this;
    }

    /** After a rest. */
    void goOn() {
        goOn = true;
    }

    /** Rests for good. */
    Flow end() {
        rest();
        executor.shutdown();
        return this;
    }

    List<Writer> writers() {
        return writers;
    }

    /** Answers that should not have come. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }
}
