package nl.meldspoor.cases.store;

import java.util.Optional;

/** Finds what an Idempotency-Key was used for. Only stored commands are remembered: refusals and dry runs are not. */
public final class Idempotency {

    private static final String FIND = """
            select fingerprint, case_id, command_id, first_sequence, last_sequence, recorded_at
            from idempotency
            where organisation = $1 and scope_ref = $2 and key_hash = $3
            """;

    private final CasesDatabase database;

    public Idempotency(CasesDatabase database) {
        this.database = database;
    }

    /** The command stored under that key by that person of that organisation. */
    public Optional<RememberedCommand> find(String organisation, String scopeRef, String keyHash) {
        return database.query(FIND, organisation, scopeRef, keyHash).stream()
                .findFirst()
                .map(row -> new RememberedCommand(
                        row.getString("fingerprint"),
                        row.getUUID("case_id"),
                        row.getUUID("command_id"),
                        row.getLong("first_sequence"),
                        row.getLong("last_sequence"),
                        EventRows.moment(row, "recorded_at")));
    }
}
