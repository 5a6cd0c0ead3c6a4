package nl.meldspoor.cases.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Commands that wait at the same moment travel as one statement. One batch is in flight; whatever comes meanwhile makes the next, so
 * that nothing waits for a clock. A case has one unit in a batch: its commands, each decided on what the one before leaves. When a unit
 * is not stored, nothing that was decided on it is, and all of it is thrown back to be decided again.
 */
final class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    /** Commands of one case in one unit. */
    private static final int MOST_IN_UNIT = 100;

    /** Commands in one batch; one unit may pass it. */
    private static final int MOST_IN_BATCH = 500;

    private final Appender appender;
    private final AppendAssembly assembly;
    private final FoldedCases cases;
    private final Runnable stored;
    private final int mostWaiting;
    private final long patienceNanos;
    private final Executor sender = oneThread();
    private final CommitFigures figures = new CommitFigures();

    private final Map<UUID, CaseLine> lines = new HashMap<>();
    private final Deque<CaseLine> ready = new ArrayDeque<>();
    private int waiting;
    private boolean sending;

    /**
     * @param stored called after every batch of which something was stored
     * @param mostWaiting commands; the next is refused
     * @param patience how long a command waits to be sent
     */
    GroupCommit(
            Appender appender, AppendAssembly assembly, FoldedCases cases, Runnable stored, int mostWaiting, Duration patience) {
        this.appender = appender;
        this.assembly = assembly;
        this.cases = cases;
        this.stored = stored;
        this.mostWaiting = mostWaiting;
        this.patienceNanos = patience.toNanos();
    }

    /** A thread that ends when there is nothing to send for a while. */
    private static Executor oneThread() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "group-commit");
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** The line of a case, held until {@link #leave}. */
    synchronized CaseLine enter(UUID caseId) {
        CaseLine line = lines.computeIfAbsent(caseId, CaseLine::new);
        line.users++;
        return line;
    }

    synchronized void leave(CaseLine line) {
        line.users--;
        dropIfUnused(line);
    }

    private void dropIfUnused(CaseLine line) {
        if (line.users == 0 && line.isIdle()) {
            lines.remove(line.caseId);
        }
    }

    CommitFigures figures() {
        return figures;
    }

    /** How many commands wait to be sent. */
    synchronized int waiting() {
        return waiting;
    }

    /**
     * Takes a command in; its result is completed when it is known.
     *
     * @param before what it was decided on; null for the command that opens a case
     * @param thrownBack of the line when it was decided
     * @param alone whether it is not to travel with other commands of its case
     * @throws StoreBusy when too many wait
     */
    void take(CaseLine line, FoldedCase before, WaitingCommand command, long thrownBack, boolean alone) {
        synchronized (this) {
            refuseWhenFull();
            if (line.thrownBack != thrownBack) {
                command.decideAgain();
                return;
            }
            line.follow(before, command);
            CaseLine.Unit last = line.queued.peekLast();
            if (last == null || last.alone || alone || last.commands.size() >= MOST_IN_UNIT) {
                last = new CaseLine.Unit(null, alone);
                line.queued.add(last);
            }
            last.commands.add(command);
            queued(line);
        }
    }

    /** Takes in a command that says itself on which head it was decided. Nothing else of its case waits. */
    void takeOn(CaseLine line, Expected head, WaitingCommand command) {
        synchronized (this) {
            refuseWhenFull();
            line.tail = null;
            CaseLine.Unit unit = new CaseLine.Unit(head, true);
            unit.commands.add(command);
            line.queued.add(unit);
            queued(line);
        }
    }

    private void refuseWhenFull() {
        if (waiting >= mostWaiting) {
            figures.refuses();
            throw new StoreBusy(waiting + " commands wait to be stored");
        }
    }

    private void queued(CaseLine line) {
        waiting++;
        if (line.inFlight == null && line.queued.size() == 1 && line.queued.getFirst().commands.size() == 1) {
            ready.add(line);
        }
        if (!sending) {
            sending = true;
            sender.execute(this::send);
        }
    }

    /** What waits for this case is all settled, stored or not, when this completes. */
    synchronized CompletableFuture<?> settled(CaseLine line) {
        CaseLine.Unit last = line.queued.isEmpty() ? line.inFlight : line.queued.getLast();
        return last == null
                ? CompletableFuture.completedFuture(null)
                : last.commands.getLast().result().handle((result, failure) -> null);
    }

    private void send() {
        while (true) {
            List<CaseLine> batch = next();
            if (batch.isEmpty()) {
                return;
            }
            Map<CaseLine, UnitOutcome> outcomes = new HashMap<>();
            try {
                outcomes.putAll(send(batch));
            } catch (RuntimeException | Error e) {
                LOG.error("group commit failed", e);
            }
            for (CaseLine line : batch) {
                UnitOutcome outcome = outcomes.get(line);
                // what there is no word about may be stored
                evenIfItFails(() -> settle(line, outcome == null ? new UnitOutcome.Unknown() : outcome));
            }
            if (outcomes.values().stream().anyMatch(UnitOutcome.Stored.class::isInstance)) {
                evenIfItFails(stored);
            }
        }
    }

    /** A defect in one step must not end the sender: nobody would ever be answered again. */
    private static void evenIfItFails(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.error("group commit failed", e);
        }
    }

    private List<CaseLine> next() {
        List<CaseLine> batch = new ArrayList<>();
        List<WaitingCommand> late = new ArrayList<>();
        synchronized (this) {
            int commands = 0;
            while (!ready.isEmpty() && commands < MOST_IN_BATCH) {
                CaseLine line = ready.poll();
                if (isLate(line.queued.getFirst())) {
                    List<WaitingCommand> back = line.throwBack();
                    waiting -= back.size();
                    late.addAll(back);
                    dropIfUnused(line);
                    continue;
                }
                line.inFlight = line.queued.poll();
                commands += line.inFlight.commands.size();
                batch.add(line);
            }
            waiting -= commands;
            sending = !batch.isEmpty();
        }
        note(batch, late.size());
        late.forEach(command -> command.result().completeExceptionally(new StoreUnavailable("it waited too long to be stored")));
        return batch;
    }

    private void note(List<CaseLine> batch, int late) {
        for (int i = 0; i < late; i++) {
            figures.refuses();
        }
        if (batch.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        int commands = 0;
        for (CaseLine line : batch) {
            for (WaitingCommand command : line.inFlight.commands) {
                figures.waited(now - command.sinceNanos());
                commands++;
            }
        }
        figures.sends(commands);
    }

    private boolean isLate(CaseLine.Unit unit) {
        return System.nanoTime() - unit.commands.getFirst().sinceNanos() > patienceNanos;
    }

    private Map<CaseLine, UnitOutcome> send(List<CaseLine> batch) {
        Map<CaseLine, UnitOutcome> outcomes = new HashMap<>();
        Map<CaseLine, AppendUnit> units = new HashMap<>();
        List<AppendUnit> toSend = new ArrayList<>();
        for (CaseLine line : batch) {
            CaseLine.Unit unit = line.inFlight;
            try {
                AppendUnit linked = assembly.link(
                        unit.commands.stream().map(WaitingCommand::prepared).toList(), unit.on == null ? line.head : unit.on);
                units.put(line, linked);
                toSend.add(linked);
            } catch (RuntimeException e) {
                outcomes.put(line, new UnitOutcome.Failed(e));
            }
        }
        if (!toSend.isEmpty()) {
            Map<AppendUnit, UnitOutcome> answered = appender.append(toSend);
            units.forEach((line, unit) -> outcomes.put(line, answered.get(unit)));
        }
        return outcomes;
    }

    private void settle(CaseLine line, UnitOutcome outcome) {
        CaseLine.Unit unit = line.inFlight;
        boolean isStored = outcome instanceof UnitOutcome.Stored;
        if (outcome instanceof UnitOutcome.Stored now) {
            WaitingCommand last = unit.commands.getLast();
            if (last.state() != null) {
                cases.keep(last.state().stored(now.events().getLast().getLast().hash()));
            }
        } else {
            cases.forget(line.caseId);
        }
        List<WaitingCommand> thrownBack = List.of();
        synchronized (this) {
            line.inFlight = null;
            if (outcome instanceof UnitOutcome.Stored now) {
                line.head = Expected.after(now.events().getLast().getLast());
            } else {
                thrownBack = line.throwBack();
                waiting -= thrownBack.size();
            }
            if (line.queued.isEmpty()) {
                line.tail = null;
                dropIfUnused(line);
            } else {
                ready.add(line);
            }
        }
        if (isStored || unit.commands.size() == 1 || !(outcome instanceof UnitOutcome.Failed failed) || failed.why() instanceof StoreUnavailable) {
            complete(unit, outcome);
        } else {
            // one of them cannot be stored, and nobody knows which: each is decided again and travels alone
            unit.commands.forEach(command -> command.result().complete(new AppendResult.DecideAgain(true)));
        }
        thrownBack.forEach(WaitingCommand::decideAgain);
    }

    private static void complete(CaseLine.Unit unit, UnitOutcome outcome) {
        if (outcome instanceof UnitOutcome.Failed failed) {
            unit.commands.forEach(command -> command.result().completeExceptionally(failed.why()));
            return;
        }
        List<AppendResult> results = Appender.results(outcome, unit.commands.size());
        for (int i = 0; i < results.size(); i++) {
            unit.commands.get(i).result().complete(results.get(i));
        }
    }
}
