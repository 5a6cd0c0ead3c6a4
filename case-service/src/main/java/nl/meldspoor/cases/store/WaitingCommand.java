package nl.meldspoor.cases.store;

import java.util.concurrent.CompletableFuture;

/**
 * A command that waits to be stored.
 *
 * @param state the case after it; null when it was not decided here but on a head of its own
 * @param sinceNanos since when it waits
 * @param result completed once, when it is known what became of it
 */
record WaitingCommand(PreparedCommand prepared, FoldedCase state, long sinceNanos, CompletableFuture<AppendResult> result) {

    static WaitingCommand of(PreparedCommand prepared, FoldedCase state) {
        return new WaitingCommand(prepared, state, System.nanoTime(), new CompletableFuture<>());
    }

    /** It was decided on something that did not come to be: nothing was stored, decide again. */
    void decideAgain() {
        result.complete(new AppendResult.DecideAgain(false));
    }
}
