package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.meldspoor.cases.seal.MasterKey;
import nl.meldspoor.cases.seal.WrongMasterKey;
import org.jboss.logging.Logger;

/**
 * Looks at the case database once a second: whether it can be reached, keeps what it confirms, and is the cluster we know. Ends the
 * service when it may lose data or the master key is a wrong one; waits for {@code ./meldspoor restore} when it is another cluster.
 */
public final class StoreWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StoreWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final Pool pool;
    private final StoreGuard guard;
    private final Supplier<MasterKey> masterKey;
    private final Consumer<String> end;
    private volatile boolean reachable;
    private volatile boolean closed;
    private volatile String lastSaid = "";
    private volatile boolean keyIsRight;
    private Thread thread;

    /** @param end ends the service; told why */
    public StoreWatch(Pool pool, StoreGuard guard, Supplier<MasterKey> masterKey, Consumer<String> end) {
        this.pool = pool;
        this.guard = guard;
        this.masterKey = masterKey;
        this.end = end;
    }

    /** Looks once, then goes on looking on a thread of its own. */
    public void start() {
        look();
        thread = Thread.ofVirtual().name("store-watch").start(() -> {
            while (!closed) {
                LockSupport.parkNanos(EVERY.toNanos());
                if (!closed) {
                    look();
                }
            }
        });
    }

    /** Whether the database answered the last look, may be served from, and the master key fits. */
    public boolean ready() {
        return reachable && guard.serves() && keyIsRight;
    }

    /** Why not, or that it is. */
    public String reason() {
        return reachable ? guard.state().reason() : "the case database does not answer";
    }

    private void look() {
        try {
            StoreGuard.State state = guard.examine(pool)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
            reachable = true;
            say(state.reason(), !(state instanceof StoreGuard.State.Serving));
            switch (state) {
                case StoreGuard.State.NotDurable notDurable -> end.accept(notDurable.reason());
                case StoreGuard.State.Serving serving -> {
                    masterKey.get();
                    keyIsRight = true;
                }
                case StoreGuard.State.OtherCluster waiting -> {}
                case StoreGuard.State.NoSchema waiting -> {}
                case StoreGuard.State.NotExamined waiting -> {}
            }
        } catch (WrongMasterKey e) {
            say(e.getMessage(), true);
            end.accept(e.getMessage());
        } catch (ExecutionException | TimeoutException | StoreUnavailable e) {
            reachable = false;
            say(reason(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private void say(String reason, boolean alarming) {
        if (!reason.equals(lastSaid)) {
            lastSaid = reason;
            LOG.log(alarming ? Logger.Level.ERROR : Logger.Level.INFO, "store state=\"" + reason + "\"");
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            LockSupport.unpark(thread);
            try {
                thread.join(AT_MOST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
