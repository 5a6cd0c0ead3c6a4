package nl.meldspoor.cases.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Listens for {@link WakeUp} on a connection that nobody shares, and takes a new one when it is lost. */
public final class WakeUpListener implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Pool pool;
    private final Runnable woken;
    private volatile boolean closed;
    private Thread thread;

    /** @param woken called on an event loop; must not block */
    public WakeUpListener(Pool pool, Runnable woken) {
        this.pool = pool;
        this.woken = woken;
    }

    public void start() {
        thread = Thread.ofVirtual().name("wake-up-listener").start(() -> {
            while (!closed) {
                try {
                    listen();
                } catch (ExecutionException | TimeoutException e) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private void listen() throws ExecutionException, TimeoutException, InterruptedException {
        Future<SqlConnection> asked = pool.getConnection();
        SqlConnection mine;
        try {
            mine = asked.toCompletionStage().toCompletableFuture().get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            CasesDatabase.giveBack(asked);
            throw e;
        }
        try {
            CountDownLatch lost = new CountDownLatch(1);
            mine.closeHandler(nothing -> lost.countDown());
            PgConnection.cast(mine).notificationHandler(notification -> woken.run());
            mine.query("listen " + WakeUp.CHANNEL)
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
            lost.await();
        } finally {
            mine.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
