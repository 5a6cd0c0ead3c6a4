package nl.meldspoor.cases.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.cases.seal.SealedNames;

/**
 * The inspections by which auditors open the content of a case for eight hours, each with its reason. The reason is sealed under the
 * organisation's access log key: why somebody looked must stay to be seen after the content of the case is erased.
 */
public final class Inspections {

    private static final String OPEN =
            """
            insert into inspection (inspection_id, organisation, case_id, person_ref, reason, opened_at, valid_until)
            values ($1, $2, $3, $4, $5, date_trunc('milliseconds', now()), date_trunc('milliseconds', now()) + interval '8 hours')
            returning opened_at, valid_until
            """;

    private static final String REASONS = "select inspection_id, reason from inspection where inspection_id = any($1::uuid[])";

    private final CasesDatabase database;
    private final SealedNames names;

    public Inspections(CasesDatabase database, SealedNames names) {
        this.database = database;
        this.names = names;
    }

    /** From when till when the content may be read. */
    public record Opened(Instant openedAt, Instant validUntil) {}

    /**
     * Opens the content of a case for a person, from now.
     *
     * @param id also of the line in the access log, which must be durable already
     * @param personRef keyed hash of the auditor
     * @param reason in the auditor's words
     */
    public Opened open(UUID id, String organisation, UUID caseId, String personRef, String reason) {
        var sealed = Buffer.buffer(names.seal(organisation, sealedAs(id), reason));
        Row row = database.query(OPEN, id, organisation, caseId, personRef, sealed).iterator().next();
        return new Opened(EventRows.moment(row, "opened_at"), EventRows.moment(row, "valid_until"));
    }

    /** The reasons of these inspections; one whose key is gone is left out. */
    public Map<UUID, String> reasons(String organisation, Collection<UUID> ids) {
        var reasons = new HashMap<UUID, String>();
        if (ids.isEmpty()) {
            return reasons;
        }
        SealedNames.Opening opening = names.opening(organisation);
        for (Row row : database.query(REASONS, (Object) ids.toArray(UUID[]::new))) {
            var id = row.getUUID("inspection_id");
            var reason = opening.name(sealedAs(id), row.getBuffer("reason").getBytes());
            if (reason != null) {
                reasons.put(id, reason);
            }
        }
        return reasons;
    }

    /** The user name in the log is sealed for the id itself; a reason could otherwise be put in its place. */
    private static UUID sealedAs(UUID id) {
        return UUID.nameUUIDFromBytes(("inspection|" + id).getBytes(StandardCharsets.UTF_8));
    }
}
