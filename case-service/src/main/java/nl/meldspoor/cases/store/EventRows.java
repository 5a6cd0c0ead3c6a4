package nl.meldspoor.cases.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import nl.meldspoor.cases.seal.SealedContent;
import nl.meldspoor.events.EventJson;

/** Reads rows of {@code case_event}. */
public final class EventRows {

    /** The columns in the order this class reads them, of {@code case_event e}. */
    public static final String COLUMNS = """
            e.position, e.epoch, e.transaction_id::text as transaction_id, e.event_id, e.organisation, e.case_id, e.sequence, e.type,
            e.schema_version, e.occurred_at, e.recorded_at, e.actor, e.person_ref, e.roles, e.on_behalf_of, e.on_behalf_of_ref,
            e.command_id, e.ordinal, e.correlation_id, e.causation_id, e.deviated_from, e.facts::text as facts, e.sealed,
            e.traceparent, e.previous_hash, e.hash
            """;

    private EventRows() {}

    /** The event of a row that was selected with {@link #COLUMNS}. */
    public static StoredEvent read(Row row) {
        return new StoredEvent(
                row.getLong("position"),
                row.getInteger("epoch"),
                Long.parseLong(row.getString("transaction_id")),
                row.getUUID("event_id"),
                row.getString("organisation"),
                row.getUUID("case_id"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getInteger("schema_version"),
                moment(row, "occurred_at"),
                moment(row, "recorded_at"),
                content(row.getBuffer("actor")),
                row.getString("person_ref"),
                texts(row, "roles"),
                content(row.getBuffer("on_behalf_of")),
                row.getString("on_behalf_of_ref"),
                row.getUUID("command_id"),
                row.getInteger("ordinal"),
                row.getUUID("correlation_id"),
                row.getUUID("causation_id"),
                texts(row, "deviated_from"),
                EventJson.object(row.getString("facts")),
                content(row.getBuffer("sealed")),
                row.getString("traceparent"),
                hex(row.getBuffer("previous_hash")),
                hex(row.getBuffer("hash")));
    }

    static Instant moment(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static List<String> texts(Row row, String column) {
        return List.of(row.getArrayOfStrings(column));
    }

    static String hex(Buffer bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes.getBytes());
    }

    static Buffer bytes(String hex) {
        return hex == null ? null : Buffer.buffer(HexFormat.of().parseHex(hex));
    }

    private static SealedContent content(Buffer bytes) {
        return bytes == null ? null : SealedContent.read(bytes.getBytes());
    }
}
