package nl.meldspoor.cases.store;

import java.util.concurrent.atomic.LongAdder;

/** What the queue of commands did since the start, for who watches over it. */
public final class CommitFigures {

    private final LongAdder batches = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void sends(int together) {
        batches.increment();
        commands.add(together);
    }

    void waited(long nanos) {
        waitedNanos.add(nanos);
    }

    void refuses() {
        refused.increment();
    }

    /** Statements that were sent; commands divided by it is how many travel together. */
    public long batches() {
        return batches.sum();
    }

    /** Commands that were sent to be stored, those that were thrown back and sent again included. */
    public long commands() {
        return commands.sum();
    }

    /** How long all of them together waited before they were sent. */
    public long waitedNanos() {
        return waitedNanos.sum();
    }

    /** Commands that were answered 503, because too many waited or they waited too long. */
    public long refused() {
        return refused.sum();
    }
}
