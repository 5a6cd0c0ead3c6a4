package nl.meldspoor.notifications.warnings;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.inbox.Reader;

/** The warnings of a case, for whoever may reach the case (domain.md 2). */
@ApplicationScoped
class Warnings {

    private static final String REACHED =
            """
            SELECT 1 FROM case_progress c
            WHERE c.case_id = $6 AND c.organisation = $7
              AND NOT COALESCE(hidden_from(c, $1, $2, $3, $4, $5), true)
              AND CASE c.route
                  WHEN 'MELDCODE' THEN
                      $2 && ARRAY['attention-officer', 'auditor']
                      OR ('supervisor' = ANY ($2) AND c.unit = ANY ($8))
                      OR ($2 && ARRAY['professional', 'supervisor']
                          AND ($1 = c.opened_by_ref OR $1 = c.handler_ref OR $1 = ANY (c.received_by_refs)))
                  WHEN 'CARE_RELATION' THEN
                      $2 && ARRAY['report-team', 'board', 'auditor']
                      OR ($2 && ARRAY['supervisor', 'attention-officer']
                          AND ($1 = ANY (c.received_by_refs) OR $1 = ANY (c.assigned_refs)))
                      OR ('investigator' = ANY ($2) AND $1 = ANY (c.assigned_refs))
                      OR ('police-contact' = ANY ($2) AND c.crime_suspicion)
                  ELSE false
                  END
            """;

    private static final String STEPS =
            """
            SELECT obligation, term_kind, due_on, rung, recipient_ref, recipient_role, channel, state, at, position
            FROM warning
            WHERE case_id = $1 AND position > $2 AND ($3::text IS NULL OR obligation = $3)
            ORDER BY position
            LIMIT $4
            """;

    private final Database database;

    Warnings(Database database) {
        this.database = database;
    }

    /** @param unitsOf the caller, whose units his token names */
    boolean reaches(Reader reader, Caller unitsOf, UUID caseId) {
        Tuple parameters = Tuple.tuple()
                .addString(reader.ref())
                .addArrayOfString(reader.roles().toArray(String[]::new))
                .addString(reader.userName())
                .addBuffer(reader.accusedKey().map(PersonRefs.PaddedKey::inner).map(Buffer::buffer).orElse(null))
                .addBuffer(reader.accusedKey().map(PersonRefs.PaddedKey::outer).map(Buffer::buffer).orElse(null))
                .addUUID(caseId)
                .addString(unitsOf.requireOrganisation())
                .addArrayOfString(unitsOf.has(Role.INTEGRATION) ? new String[0] : unitsOf.units().toArray(String[]::new));
        return database.query(REACHED, parameters).size() > 0;
    }

    /** In the order in which they were taken. */
    List<WarningView> of(UUID caseId, Optional<String> obligation, long after, int limit) {
        List<WarningView> steps = new ArrayList<>();
        Tuple parameters =
                Tuple.tuple().addUUID(caseId).addLong(after).addString(obligation.orElse(null)).addInteger(limit);
        for (Row row : database.query(STEPS, parameters)) {
            steps.add(new WarningView(
                    row.getString("obligation"),
                    row.getString("term_kind"),
                    row.getLocalDate("due_on"),
                    row.getString("rung"),
                    row.getString("recipient_ref"),
                    row.getString("recipient_role"),
                    row.getString("channel"),
                    row.getString("state"),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getLong("position")));
        }
        return steps;
    }
}
