package nl.meldspoor.cases.relay;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.data.KeptTopic;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.inspections.PublishedInspection;

/** Inspections that are stored and not known to be on the topic: first there, then out, also after a crash in between. */
final class UnpublishedInspections {

    private static final String NEXT =
            """
            select i.inspection_id, i.organisation, i.case_id, h.route, i.person_ref, i.opened_at, i.valid_until
            from inspection i
            join case_head h on h.case_id = i.case_id
            where i.published_at is null
            order by i.opened_at, i.inspection_id
            limit $1
            """;

    private static final String PUBLISHED =
            """
            with done as (
                update inspection set published_at = clock_timestamp() where inspection_id = any($1::uuid[]) and published_at is null)
            update inspection_topic set end_offsets = $2
            """;

    private static final String TOPIC = "select cluster_id, topic_id, end_offsets from inspection_topic";

    private static final String ALL_AGAIN =
            """
            with again as (update inspection set published_at = null where published_at is not null)
            update inspection_topic set cluster_id = $1, topic_id = $2, end_offsets = '{}'
            """;

    private final CasesDatabase database;
    private final String source;

    UnpublishedInspections(CasesDatabase database, String source) {
        this.database = database;
        this.source = source;
    }

    /**
     * Where the published ones are.
     *
     * @param identity null when nothing was ever published
     * @param ends per partition the offset after the last record known to be there
     */
    record PublishedTo(KeptTopic.Identity identity, List<Long> ends) {}

    PublishedTo publishedTo() {
        Row row = database.query(TOPIC).iterator().next();
        String clusterId = row.getString("cluster_id");
        return new PublishedTo(
                clusterId == null ? null : new KeptTopic.Identity(clusterId, row.getString("topic_id")),
                Stream.of(row.getArrayOfLongs("end_offsets")).toList());
    }

    /** The oldest first. */
    List<PublishedInspection> next(int most) {
        List<PublishedInspection> waiting = new ArrayList<>();
        for (Row row : database.query(NEXT, most)) {
            waiting.add(new PublishedInspection(
                    row.getUUID("inspection_id"),
                    source,
                    row.getString("organisation"),
                    row.getUUID("case_id"),
                    Route.valueOf(row.getString("route")),
                    row.getString("person_ref"),
                    row.getOffsetDateTime("opened_at").toInstant(),
                    row.getOffsetDateTime("valid_until").toInstant()));
        }
        return waiting;
    }

    void published(List<PublishedInspection> inspections, List<Long> ends) {
        database.query(
                PUBLISHED, inspections.stream().map(PublishedInspection::id).toArray(UUID[]::new), ends.toArray(Long[]::new));
    }

    /** That topic has not got what was published: all of it waits again, under the ids it had. */
    void allAgain(KeptTopic.Identity identity) {
        database.query(ALL_AGAIN, identity.clusterId(), identity.topicId());
    }
}
