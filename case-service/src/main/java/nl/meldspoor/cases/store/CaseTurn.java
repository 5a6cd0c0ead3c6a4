package nl.meldspoor.cases.store;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import nl.meldspoor.events.history.CaseReach;

/**
 * The turn of one command on its case. Nobody else of this instance decides on the case meanwhile; other instances may, and then the
 * append finds the case moved on. Ends before the command is stored, so that the next is decided while it travels.
 */
public final class CaseTurn {

    private final GroupCommit group;
    private final AppendAssembly assembly;
    private final CaseLine line;
    private long thrownBack;

    CaseTurn(GroupCommit group, AppendAssembly assembly, CaseLine line) {
        this.group = group;
        this.assembly = assembly;
        this.line = line;
        synchronized (group) {
            thrownBack = line.thrownBack;
        }
    }

    /** Whether commands before this one are not stored yet. */
    public boolean isWaitingForOthers() {
        synchronized (group) {
            return !line.isIdle();
        }
    }

    /**
     * The case as it will be after the commands that wait, when an entry may be decided on it by somebody who was found to reach the case
     * at a version: the version is one of those since, and nothing that waits changed who reaches it. A command that would be refused on it
     * must be decided on what is stored: {@link #settle} first.
     *
     * @param reachedAt the version at which the caller was found to reach the case
     * @param claim the key of the command: when a command since then has it too, there is nothing to decide on yet
     */
    public Optional<FoldedCase> pending(long reachedAt, Optional<IdempotencyClaim> claim) {
        synchronized (group) {
            thrownBack = line.thrownBack;
            if (line.isIdle() || line.tail == null) {
                return Optional.empty();
            }
            FoldedCase tail = line.tail;
            Optional<CaseReach> then = line.reachAt(reachedAt);
            boolean reachedStill = then.isPresent() && then.get().equals(tail.reach());
            boolean sameKey = claim.isPresent() && line.holds(claim.get(), reachedAt);
            return reachedStill && !sameKey ? Optional.of(tail) : Optional.empty();
        }
    }

    /** Waits until it is known of all commands before this one whether they are stored. */
    public void settle() {
        try {
            group.settled(line).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for other commands");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a settled command failed", e);
        }
        synchronized (group) {
            thrownBack = line.thrownBack;
        }
    }

    /**
     * Hands in a command to be stored.
     *
     * @param before what it was decided on; null for the command that opens the case
     * @param request its expected head counts for nothing: it is what {@code before} will be
     * @param after the case after it
     * @param alone whether it is not to travel with other commands of the case
     * @throws StoreBusy when too many wait; nothing is stored
     */
    public Handed hand(FoldedCase before, AppendRequest request, FoldedCase after, boolean alone) {
        WaitingCommand command = WaitingCommand.of(assembly.prepare(request), after);
        group.take(line, before, command, thrownBack, alone);
        return new Handed(command.result());
    }

    Handed hand(AppendRequest request) {
        WaitingCommand command = WaitingCommand.of(assembly.prepare(request), null);
        group.takeOn(line, request.expected(), command);
        return new Handed(command.result());
    }

    /** A command that is on its way. */
    public static final class Handed {

        private final CompletableFuture<AppendResult> result;

        private Handed(CompletableFuture<AppendResult> result) {
            this.result = result;
        }

        /** Waits until it is known what became of it; not in turn. */
        public AppendResult await() {
            try {
                return result.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new AppendResult.OutcomeUnknown();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
