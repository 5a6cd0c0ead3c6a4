package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meldspoor.cases.seal.SealedNames;

/**
 * Who read or wrote what (NEN 7513). Opened content may leave only after {@link #record} returned: then its entries are committed. Many
 * entries go in one statement.
 */
public final class AccessLog {

    /** At most so many entries in one call. */
    public static final int MOST_ENTRIES = 1_000;

    private static final String RECORD = """
            insert into access_log (entry_id, at, organisation, case_id, person_ref, person, on_behalf_of_ref, on_behalf_of, roles,
                                    action, what, ground, first_sequence, last_sequence, outcome, correlation_id)
            select a.entry_id, a.at, a.organisation, a.case_id, a.person_ref, a.person, a.on_behalf_of_ref, a.on_behalf_of,
                   a.roles::text[], a.action, a.what, a.ground, a.first_sequence, a.last_sequence, a.outcome, a.correlation_id
            from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::text[], $6::bytea[], $7::text[], $8::bytea[],
                        $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[], $14::bigint[], $15::text[], $16::uuid[])
                 as a(entry_id, at, organisation, case_id, person_ref, person, on_behalf_of_ref, on_behalf_of,
                      roles, action, what, ground, first_sequence, last_sequence, outcome, correlation_id)
            on conflict (entry_id) do nothing
            """;

    private static final String LINES = """
            select position, entry_id, at, organisation, case_id, person_ref, person, on_behalf_of_ref, on_behalf_of, roles,
                   action, what, ground, first_sequence, last_sequence, outcome, correlation_id
            from access_log
            """;

    private static final String OF_CASE = LINES + """
            where case_id = $1 and position > $2
            order by position
            limit $3
            """;

    private static final String BY_ID = LINES + "where entry_id = any($1::uuid[]) and organisation = $2";

    private final CasesDatabase database;
    private final SealedNames names;
    private final AskedTogether<AccessRow, Boolean> together;

    public AccessLog(CasesDatabase database, SealedNames names) {
        this.database = database;
        this.names = names;
        this.together = new AskedTogether<>(1, rows -> {
            record(rows, database);
            return Collections.nCopies(rows.size(), true);
        });
    }

    /**
     * One line as it is read back.
     *
     * @param position grows along the log; where the next page starts
     * @param entry user names are empty when the key of the log is gone
     */
    public record Line(long position, AccessEntry entry) {}

    /** Returns when all entries are durable. The same entry twice stays one. */
    public void record(List<AccessEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("expected at most " + MOST_ENTRIES + " entries, but was " + entries.size());
        }
        List<AccessRow> rows = entries.stream().map(this::seal).toList();
        if (rows.size() == 1) {
            together.ask(rows.getFirst());
        } else {
            record(rows, database);
        }
    }

    private static void record(List<AccessRow> rows, CasesDatabase database) {
        Columns<AccessRow> columns = new Columns<>(rows);
        AccessRow.addTo(columns);
        database.query(RECORD, columns.tuple());
    }

    /** A line as it is stored; the key is durable when this returns. */
    AccessRow seal(AccessEntry entry) {
        return new AccessRow(
                entry,
                names.seal(entry.organisation(), entry.entryId(), entry.actor().userName()),
                names.seal(entry.organisation(), entry.entryId(), entry.actor().onBehalfOf()));
    }

    /** The log of one case in order, after a position (0 for the first page), names opened. */
    public List<Line> of(String organisation, UUID caseId, long after, int limit) {
        return lines(organisation, database.query(OF_CASE, caseId, after, limit));
    }

    /** The lines with these ids, names opened. */
    public Map<UUID, AccessEntry> entries(String organisation, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return lines(organisation, database.query(BY_ID, ids.toArray(UUID[]::new), organisation)).stream()
                .map(Line::entry)
                .collect(Collectors.toMap(AccessEntry::entryId, Function.identity()));
    }

    private List<Line> lines(String organisation, Iterable<Row> rows) {
        SealedNames.Opening opening = names.opening(organisation);
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            UUID entryId = row.getUUID("entry_id");
            lines.add(new Line(
                    row.getLong("position"),
                    new AccessEntry(
                            entryId,
                            EventRows.moment(row, "at"),
                            row.getString("organisation"),
                            row.getUUID("case_id"),
                            actor(row, entryId, opening),
                            row.getString("action"),
                            row.getString("what"),
                            row.getString("ground"),
                            row.getLong("first_sequence"),
                            row.getLong("last_sequence"),
                            row.getString("outcome"),
                            row.getUUID("correlation_id"))));
        }
        return lines;
    }

    private static Actor actor(Row row, UUID entryId, SealedNames.Opening opening) {
        String onBehalfOfRef = row.getString("on_behalf_of_ref");
        return new Actor(
                shown(opening.name(entryId, row.getBuffer("person").getBytes())),
                row.getString("person_ref"),
                EventRows.texts(row, "roles"),
                onBehalfOfRef == null ? null : shown(opening.name(entryId, row.getBuffer("on_behalf_of").getBytes())),
                onBehalfOfRef);
    }

    private static String shown(String name) {
        return name == null ? "" : name;
    }
}
