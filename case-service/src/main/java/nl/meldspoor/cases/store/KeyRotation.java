package nl.meldspoor.cases.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nl.meldspoor.cases.seal.MasterKey;
import nl.meldspoor.cases.seal.Rewrapping;
import nl.meldspoor.cases.seal.WrongMasterKey;
import org.jboss.logging.Logger;

/**
 * Wraps data keys anew while the master keyset holds an older key beside the newest. Goes through the table in order, a batch a statement; what an
 * instance that has not read the new file yet wraps meanwhile is found by the next pass. May end at any moment and begin again: what is
 * wrapped by the newest key is passed over.
 */
public final class KeyRotation implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String OLDER =
            """
            select subject, kind, wrapped
            from keys.data_key
            where (subject, kind) > ($2::uuid, $3::text) and substring(wrapped from 1 for 5) <> $1::bytea
            order by subject, kind
            limit $4
            """;

    private static final String REPLACE =
            """
            update keys.data_key k
            set wrapped = n.wrapped
            from unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[]) as n(subject, kind, older, wrapped)
            where k.subject = n.subject and k.kind = n.kind and k.wrapped = n.older
            """;

    private static final String CHECK =
            "update keys.master_key_check set sealed = $2 where substring(sealed from 1 for 5) <> $1::bytea";

    private static final String REMAINING =
            """
            select (select count(*) from keys.data_key where substring(wrapped from 1 for 5) <> $1::bytea)
                   + (select count(*) from keys.master_key_check where substring(sealed from 1 for 5) <> $1::bytea) as remaining
            """;

    private final CasesDatabase database;
    private final Supplier<MasterKey> master;
    private final Duration every;
    private volatile Standing standing = new Standing(-1, "");
    private volatile boolean closed;
    private Thread thread;

    public KeyRotation(CasesDatabase database, Supplier<MasterKey> master, Duration every) {
        this.database = database;
        this.master = master;
        this.every = every;
    }

    /**
     * As of the last look.
     *
     * @param remaining keys that an older master key wraps; -1 while there was none, 0 when the older keys can be taken away
     * @param newest what the newest master key is called, of which that is said; empty before the first look
     */
    public record Standing(long remaining, String newest) {}

    public Standing standing() {
        return standing;
    }

    /** Looks at the file, and goes through the table when there is an older key in it; how many were wrapped anew. */
    public long pass() {
        MasterKey key = master.get();
        key.reload();
        if (!key.isBeingRotated()) {
            standing = new Standing(-1, key.newestId());
            return 0;
        }
        Buffer newest = Buffer.buffer(key.newestPrefix());
        String newestId = key.newestId();
        // first: from now on a file of before the rotation is refused
        database.query(CHECK, newest, Buffer.buffer(key.check()));
        long done = 0;
        UUID subject = FIRST;
        String kind = "";
        while (!closed) {
            List<Row> rows = new ArrayList<>();
            database.query(OLDER, newest, subject, kind, BATCH).forEach(rows::add);
            if (rows.isEmpty()) {
                break;
            }
            database.query(
                    REPLACE,
                    rows.stream().map(r -> r.getUUID("subject")).toArray(UUID[]::new),
                    rows.stream().map(r -> r.getString("kind")).toArray(String[]::new),
                    rows.stream().map(r -> r.getBuffer("wrapped")).toArray(Buffer[]::new),
                    rows.stream()
                            .map(r -> Buffer.buffer(Rewrapping.of(key, r.getUUID("subject"), r.getString("kind"), r.getBuffer("wrapped").getBytes())))
                            .toArray(Buffer[]::new));
            done += rows.size();
            subject = rows.getLast().getUUID("subject");
            kind = rows.getLast().getString("kind");
            LOG.info("master key is being rotated rewrapped=" + done);
        }
        long left = database.query(REMAINING, newest).iterator().next().getLong("remaining");
        if (left != standing.remaining()) {
            LOG.info("master key is being rotated remaining=" + left + (left == 0 ? ": ./meldspoor rotate-keys --finish takes the older key away" : ""));
        }
        standing = new Standing(left, newestId);
        return done;
    }

    public void start() {
        thread = Thread.ofVirtual().name("key-rotation").start(() -> {
            while (!closed) {
                LockSupport.parkNanos(every.toNanos());
                if (closed) {
                    return;
                }
                try {
                    pass();
                } catch (StoreUnavailable e) {
                    // the store watch says so
                    continue;
                } catch (WrongMasterKey e) {
                    LOG.error("master key reason=\"" + e.getMessage() + "\"");
                } catch (RuntimeException e) {
                    LOG.error("keys are not wrapped anew; it is tried again", e);
                }
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
