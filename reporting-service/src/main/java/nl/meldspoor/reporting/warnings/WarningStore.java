package nl.meldspoor.reporting.warnings;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.warnings.PublishedWarning;
import nl.meldspoor.reporting.reach.ReadModel;

/** The warnings of cases. Who may see a case is decided before anybody is answered from here. */
@ApplicationScoped
public class WarningStore {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private static final String ADD =
            """
            insert into warning
                (id, organisation, case_id, obligation, term_kind, due_on, rung, recipient_ref, recipient_role, channel, state, at)
            select w.*
              from jsonb_to_recordset($1) as w(id uuid, organisation text, case_id uuid, obligation text, term_kind text, due_on date,
                   rung text, recipient_ref text, recipient_role text, channel text, state text, at timestamptz)
            on conflict (id) do nothing
            """;

    private static final String OF_CASE =
            """
            select obligation, term_kind, due_on, rung, recipient_role, channel, state, at
              from warning
             where case_id = $1 and organisation = $2
             order by at, id
             limit $3
            """;

    /** More than any case has; the notification-service pages through all. */
    private static final int AT_ONCE = 2_000;

    @Inject
    Pool pool;

    @Inject
    ReadModel rows;

    /** Those that are new. */
    void add(List<PublishedWarning> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        JsonArray steps = new JsonArray();
        warnings.forEach(warning -> steps.add(row(warning)));
        pool.preparedQuery(ADD).execute(Tuple.of(steps)).await().atMost(AT_MOST);
    }

    /** The steps of a case of that organisation, in order. */
    public List<WarningStep> of(UUID caseId, String organisation) {
        List<WarningStep> steps = new ArrayList<>();
        rows.ask(OF_CASE, Tuple.of(caseId, organisation, AT_ONCE))
                .forEach(row -> steps.add(new WarningStep(
                        row.getString("obligation"),
                        row.getString("term_kind"),
                        row.getLocalDate("due_on"),
                        row.getString("rung"),
                        row.getString("recipient_role"),
                        row.getString("channel"),
                        row.getString("state"),
                        row.getOffsetDateTime("at").toInstant())));
        return steps;
    }

    private static JsonObject row(PublishedWarning warning) {
        return new JsonObject()
                .put("id", warning.id().toString())
                .put("organisation", warning.organisation())
                .put("case_id", warning.caseId().toString())
                .put("obligation", warning.obligation())
                .put("term_kind", warning.kind())
                .put("due_on", warning.dueOn() == null ? null : warning.dueOn().toString())
                .put("rung", warning.rung())
                .put("recipient_ref", warning.recipientRef())
                .put("recipient_role", warning.recipientRole())
                .put("channel", warning.channel().name())
                .put("state", warning.state().name())
                .put("at", warning.at().toString());
    }
}
