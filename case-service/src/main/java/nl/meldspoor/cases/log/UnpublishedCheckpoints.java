package nl.meldspoor.cases.log;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.events.proof.SignedCheckpoint;

/** Checkpoints that are signed and durable, and not known to be published: first there, then out, also after a crash in between. */
final class UnpublishedCheckpoints {

    private static final String WAITING =
            """
            select note
            from log_checkpoint
            where generation = $1 and published_at is null
            order by organisation, size
            limit 1000
            """;

    private static final String PUBLISHED =
            """
            update log_checkpoint
            set published_at = clock_timestamp()
            where generation = $1 and organisation = $2 and size = $3 and published_at is null
            """;

    private final CasesDatabase database;
    private final int generation;

    UnpublishedCheckpoints(CasesDatabase database, int generation) {
        this.database = database;
        this.generation = generation;
    }

    /** The smallest first. */
    List<SignedCheckpoint> all() {
        List<SignedCheckpoint> waiting = new ArrayList<>();
        for (Row row : database.query(WAITING, generation)) {
            waiting.add(SignedCheckpoint.parse(row.getString("note"))
                    .orElseThrow(() -> new IllegalStateException("expected a checkpoint of ours, but it cannot be read")));
        }
        return waiting;
    }

    void published(String organisation, long size) {
        database.query(PUBLISHED, generation, organisation, size);
    }
}
