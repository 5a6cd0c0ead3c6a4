package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds what an Idempotency-Key was used for. Only stored commands are remembered: refusals and dry runs are not. */
public final class Idempotency {

    private static final String FIND =
            """
            select q.line, i.fingerprint, i.case_id, i.command_id, i.first_sequence, i.last_sequence, i.recorded_at
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as q(organisation, scope_ref, key_hash, line)
            join idempotency i on i.organisation = q.organisation and i.scope_ref = q.scope_ref and i.key_hash = q.key_hash
            """;

    private record Used(String organisation, String scopeRef, String keyHash) {}

    private final CasesDatabase database;
    private final AskedTogether<Used, Optional<RememberedCommand>> together = new AskedTogether<>(2, this::find);

    public Idempotency(CasesDatabase database) {
        this.database = database;
    }

    /** The command stored under that key by that person of that organisation. */
    public Optional<RememberedCommand> find(String organisation, String scopeRef, String keyHash) {
        return together.ask(new Used(organisation, scopeRef, keyHash));
    }

    private List<Optional<RememberedCommand>> find(List<Used> keys) {
        Columns<Used> columns = new Columns<>(keys).text(Used::organisation).text(Used::scopeRef).text(Used::keyHash);
        List<Optional<RememberedCommand>> found = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
        for (Row row : database.query(FIND, columns.tuple())) {
            found.set(
                    row.getLong("line").intValue() - 1,
                    Optional.of(new RememberedCommand(
                            row.getString("fingerprint"),
                            row.getUUID("case_id"),
                            row.getUUID("command_id"),
                            row.getLong("first_sequence"),
                            row.getLong("last_sequence"),
                            EventRows.moment(row, "recorded_at"))));
        }
        return found;
    }
}
