package nl.meldspoor.cases.access;

import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.store.CasesDatabase;

/** The meldingen that were sent to a Veilig Thuis region through Meldspoor itself: all that a liaison of that region reaches. */
@ApplicationScoped
public class MeldingAccess {

    /** $1 region. The array of the head narrows by index, the event decides. */
    private static final String SENT =
            """
            select e.case_id, e.organisation, e.sequence, e.recorded_at, (e.facts ->> 'meldingId')::uuid as melding_id, h.status, h.version, h.hash
            from case_head h
            join case_event e on e.case_id = h.case_id
            where h.melding_regions @> array[$1::text]
              and e.type = 'MeldingMade'
              and e.facts ->> 'channel' = 'MELDSPOOR'
              and e.facts ->> 'region' = $1
            """;

    private static final String ONE = SENT + "  and e.facts ->> 'meldingId' = $2";

    private static final String REACHES = "select from case_head where melding_regions @> array[$1::text] and case_id = $2";

    private static final String LISTED = SENT
            + """
              and ($2::timestamptz is null or e.recorded_at < $2 or e.recorded_at = $2 and e.case_id > $3::uuid)
            order by e.recorded_at desc, e.case_id
            limit $4
            """;

    /**
     * A melding within reach.
     *
     * @param sequence of the melding within its case
     */
    public record Sent(UUID meldingId, UUID caseId, String organisation, long sequence, Instant recordedAt, String status, long version, String hash) {}

    @Inject
    CasesDatabase database;

    /** The melding, when it was sent to that region. */
    public Optional<Sent> find(UUID meldingId, String region) {
        return database.query(ONE, region, meldingId.toString()).stream().findFirst().map(MeldingAccess::read);
    }

    /** Whether any melding of the case was sent to that region. */
    public boolean reaches(UUID caseId, String region) {
        return database.query(REACHES, region, caseId).iterator().hasNext();
    }

    /** The newest first. */
    public List<Sent> list(String region, Optional<CaseAccess.After> after, int limit) {
        var found = new ArrayList<Sent>();
        var rows = database.query(
                LISTED,
                region,
                after.map(a -> a.changedAt().atOffset(ZoneOffset.UTC)).orElse(null),
                after.map(CaseAccess.After::caseId).orElse(null),
                limit);
        rows.forEach(row -> found.add(read(row)));
        return found;
    }

    private static Sent read(Row row) {
        return new Sent(
                row.getUUID("melding_id"),
                row.getUUID("case_id"),
                row.getString("organisation"),
                row.getLong("sequence"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("status"),
                row.getLong("version"),
                HexFormat.of().formatHex(row.getBuffer("hash").getBytes()));
    }
}
