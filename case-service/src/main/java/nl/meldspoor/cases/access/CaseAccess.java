package nl.meldspoor.cases.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.cases.store.AskedTogether;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.Columns;
import nl.meldspoor.cases.store.HeadObligations;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Role;

/**
 * Who reaches which case: decided by the query that reads it, never afterwards and never from a cache. Whoever is the accused, or is
 * excluded, gets no row, whatever else he is; while an accused is not linked to a user, only report team and board do.
 */
@ApplicationScoped
public class CaseAccess {

    private static final String ASKERS =
            """
            from (
                select case_id, line, value_1, value_2, value_3, value_4, value_5,
                       value_6::text[] as value_6, value_7::text[] as value_7
                from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::text[], $8::text[])
                     with ordinality as asked(case_id, value_1, value_2, value_3, value_4, value_5, value_6, value_7, line)
            ) q
            """;

    /**
     * $1 to $5 as {@link KeptOut} says, $6 roles, $7 units.
     */
    private static final String REACHED =
            """
            select h.case_id, h.organisation, h.version, h.hash, h.route, h.status, h.unit, h.region, h.opened_at, h.changed_at,
                   h.open_obligations, h.obligations_by, g.grounds
            from case_head h
            cross join lateral (
                select array_agg(ground order by ground) as grounds
                from (values
                    ('REPORT_TEAM',          h.route = 'CARE_RELATION' and 'report-team' = any($6::text[])),
                    ('BOARD',                h.route = 'CARE_RELATION' and 'board' = any($6)),
                    ('ATTENTION_OFFICER',    h.route = 'MELDCODE' and 'attention-officer' = any($6)),
                    ('SUPERVISOR_OF_UNIT',   h.route = 'MELDCODE' and 'supervisor' = any($6) and h.unit = any($7::text[])),
                    ('OPENED_OR_HANDLES',    h.route = 'MELDCODE' and array['professional', 'supervisor', 'attention-officer'] && $6
                                             and ($2::text in (h.opened_by_ref, h.handler_ref) or $2 = any(h.received_by_refs))),
                    ('RECEIVED_OR_ASSIGNED', h.route = 'CARE_RELATION' and h.accused_state <> 'UNLINKED'
                                             and array['supervisor', 'attention-officer'] && $6
                                             and $2 = any(h.received_by_refs || h.assigned_refs)),
                    ('INVESTIGATOR',         h.route = 'CARE_RELATION' and h.accused_state <> 'UNLINKED'
                                             and 'investigator' = any($6) and $2 = any(h.assigned_refs)),
                    ('POLICE_CONTACT',       h.route = 'CARE_RELATION' and h.accused_state <> 'UNLINKED'
                                             and 'police-contact' = any($6) and h.crime_suspicion),
                    ('AUDITOR',              h.accused_state <> 'UNLINKED' and 'auditor' = any($6)),
                    ('INSPECTION',           h.accused_state <> 'UNLINKED' and 'auditor' = any($6)
                                             and exists (select from inspection i
                                                         where i.case_id = h.case_id and i.person_ref = $2
                                                           and i.valid_until > clock_timestamp()
                                                           -- opened later than now: by a clock that was ahead
                                                           and i.opened_at <= clock_timestamp() + interval '1 minute')),
                    ('OPENED',               h.accused_state <> 'UNLINKED' and h.opened_by_ref = $2
                                             and (h.route = 'CARE_RELATION' and array['professional', 'supervisor', 'attention-officer'] && $6
                                                  or 'staff' = any($6)))
                ) as known (ground, holds)
                where holds
            ) g
            where g.grounds is not null and
            """
            + KeptOut.NOT_KEPT_OUT;

    /** Of many askers at once, each about one case: what is $1 to $7 for one of them is a column here. */
    private static final String EACH = REACHED.replaceAll("\\$([1-7])", "q.value_$1")
            .replace("select h.case_id", "select q.line, h.case_id")
            .replace("from case_head h\n", ASKERS + "join case_head h on h.case_id = q.case_id\n");

    /** The newest change first; a page starts after a moment and a case id. */
    private static final String LISTED = REACHED
            + """
              and ($8::text is null or h.route = $8)
              and ($9::text is null or h.status = $9)
              and ($10::text is null or h.unit = $10)
              and ($11::text is null
                   or exists (select from case_lookup l where l.kind = 'CLIENT_REFERENCE' and l.hash = $11 and l.case_id = h.case_id))
              -- who sees his own entries only is not shown the obligations, so that he cannot find a case by them either
              and ($15::text is null
                   or (h.obligations_by <> $16::text or h.open_obligations @> array[$15]) and g.grounds <> array['OPENED'])
              and ($12::timestamptz is null or h.changed_at < $12 or h.changed_at = $12 and h.case_id > $13::uuid)
            order by h.changed_at desc, h.case_id
            limit $14
            """;

    /**
     * What is looked for; null does not narrow.
     *
     * @param clientHash keyed hash of the client's reference
     * @param obligation id of an obligation that is open; a case whose obligations follow from another catalogue is given too
     * @param catalogue of obligations that holds today
     */
    public record Filter(Route route, String status, String unit, String clientHash, String obligation, String catalogue) {}

    /**
     * A case within reach with what its head keeps for lists.
     *
     * @param obligations may follow from another catalogue than today's
     */
    public record Listed(Reached reached, HeadObligations obligations) {}

    /** Where a page starts: after this case. */
    public record After(Instant changedAt, UUID caseId) {}

    @Inject
    CasesDatabase database;

    @Inject
    PersonRefs refs;

    private final AskedTogether<Asked, Optional<Reached>> together = new AskedTogether<>(2, this::find);

    /** The case, when it is there and within reach; nobody learns which of the two it was. */
    public Optional<Reached> find(UUID caseId, Acting acting) {
        return together.ask(new Asked(caseId, acting, values(acting)));
    }

    /** @param values as $1 to $7 */
    private record Asked(UUID caseId, Acting acting, Object[] values) {}

    private List<Optional<Reached>> find(List<Asked> asked) {
        var columns = new Columns<>(asked)
                .uuid(Asked::caseId)
                .text(a -> (String) a.values()[0])
                .text(a -> (String) a.values()[1])
                .text(a -> (String) a.values()[2])
                .add(a -> (Buffer) a.values()[3], Buffer[]::new)
                .add(a -> (Buffer) a.values()[4], Buffer[]::new)
                .texts(a -> List.of((String[]) a.values()[5]))
                .texts(a -> List.of((String[]) a.values()[6]));
        var found = new ArrayList<Optional<Reached>>(Collections.nCopies(asked.size(), Optional.empty()));
        for (var row : database.query(EACH, columns.tuple())) {
            var line = row.getLong("line").intValue() - 1;
            found.set(line, Optional.of(read(row, asked.get(line).acting()).reached()));
        }
        return found;
    }

    /** The cases within reach that fit, the newest change first. */
    public List<Listed> list(Acting acting, Filter filter, Optional<After> after, int limit) {
        var rows = database.query(
                LISTED,
                values(
                        acting,
                        filter.route() == null ? null : filter.route().name(),
                        filter.status(),
                        filter.unit(),
                        filter.clientHash(),
                        after.map(a -> a.changedAt().atOffset(ZoneOffset.UTC)).orElse(null),
                        after.map(After::caseId).orElse(null),
                        limit,
                        filter.obligation(),
                        filter.catalogue()));
        return read(rows, acting);
    }

    private Object[] values(Acting acting, Object... more) {
        var roles = acting.roles().stream().map(Role::code).toArray(String[]::new);
        var units = acting.units().toArray(String[]::new);
        return KeptOut.values(acting, refs, Stream.concat(Stream.of(roles, units), Arrays.stream(more)).toArray());
    }

    private static List<Listed> read(RowSet<Row> rows, Acting acting) {
        return java.util.stream.StreamSupport.stream(rows.spliterator(), false).map(row -> read(row, acting)).toList();
    }

    private static Listed read(Row row, Acting acting) {
        var grounds = Arrays.stream(row.getArrayOfStrings("grounds")).map(Ground::valueOf).toList();
        var obligations = new HeadObligations(Arrays.asList(row.getArrayOfStrings("open_obligations")), row.getString("obligations_by"));
        return new Listed(reached(row, grounds, acting), obligations);
    }

    static Reached reached(Row row, List<Ground> grounds, Acting acting) {
        return new Reached(
                row.getUUID("case_id"),
                row.getString("organisation"),
                row.getLong("version"),
                HexFormat.of().formatHex(row.getBuffer("hash").getBytes()),
                Route.valueOf(row.getString("route")),
                row.getString("status"),
                row.getString("unit"),
                row.getString("region"),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getOffsetDateTime("changed_at").toInstant(),
                grounds,
                acting.personRef(),
                acting.leads());
    }
}
