package nl.meldspoor.cases.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import nl.meldspoor.events.history.CaseReach;

/**
 * The commands of one case that wait to be stored, in order. Whoever holds the turn decides the next one, on the case as it will be
 * after those that wait. Everything but the turn is guarded by the {@link GroupCommit} it belongs to.
 */
final class CaseLine {

    /** The commands of a case that travel in one batch are stored together or not at all. */
    static final class Unit {
        final List<WaitingCommand> commands = new ArrayList<>();
        /** On which head; null: on that of the line. */
        final Expected on;
        /** Nothing joins it: one of its commands could not be stored with others. */
        final boolean alone;

        Unit(Expected on, boolean alone) {
            this.on = on;
            this.alone = alone;
        }
    }

    /** A version the case has or will have, who may reach it then, and under which key it was made. */
    private record Mark(long version, CaseReach reach, IdempotencyClaim claim) {}

    /** More than wait in practice; who knows the case from before them asks again. */
    private static final int MOST_MARKS = 1_000;

    final UUID caseId;
    /** First come, first served. */
    final ReentrantLock turn = new ReentrantLock(true);
    final Deque<Unit> queued = new ArrayDeque<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    Unit inFlight;
    /** Who has come for a turn or waits in it. */
    int users;
    /** The case after all that wait; null when nothing waits, or it was not decided here. */
    FoldedCase tail;
    /** What the next unit follows. */
    Expected head;
    /** Grows when commands are thrown back: what was decided on them does not hold any more. */
    long thrownBack;

    CaseLine(UUID caseId) {
        this.caseId = caseId;
    }

    boolean isIdle() {
        return inFlight == null && queued.isEmpty();
    }

    /** Takes in a command that was decided on {@code before}. */
    void follow(FoldedCase before, WaitingCommand command) {
        boolean onWhatWaited = before != null && before.hash() == null;
        if (isIdle() && !onWhatWaited) {
            marks.clear();
            head = before == null ? Expected.noCase() : before.expected();
            if (before != null) {
                marks.add(new Mark(before.version(), before.reach(), null));
            }
        }
        tail = command.state();
        marks.add(new Mark(tail.version(), tail.reach(), command.prepared().request().idempotency()));
        if (marks.size() > MOST_MARKS) {
            marks.removeFirst();
        }
    }

    /** Who may reach the case at that version; empty when it is not one of those since the last that is stored. */
    Optional<CaseReach> reachAt(long version) {
        return marks.stream().filter(mark -> mark.version() == version).findFirst().map(Mark::reach);
    }

    /** Whether a command after that version has this key. */
    boolean holds(IdempotencyClaim claim, long after) {
        return marks.stream()
                .anyMatch(mark -> mark.version() > after
                        && mark.claim() != null
                        && mark.claim().scopeRef().equals(claim.scopeRef())
                        && mark.claim().keyHash().equals(claim.keyHash()));
    }

    /** All that waits, taken out because it follows what was not stored. */
    List<WaitingCommand> throwBack() {
        List<WaitingCommand> back = queued.stream().flatMap(unit -> unit.commands.stream()).toList();
        queued.clear();
        tail = null;
        thrownBack++;
        return back;
    }
}
