package nl.meldspoor.cases.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.KeptOut;
import nl.meldspoor.cases.decide.retention.Retention;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.events.CaseErased;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.terms.RecordKind;

/** What is kept until when. The order of the list is found by a query; what is told of a case follows from its history. */
@ApplicationScoped
public class Retentions {

    /**
     * $1 to $5 as {@link KeptOut} says; $6 to $9 years per kind (care, youth, social support, care relation); $10 date and $11 case after which
     * the page begins; $12 limit. Cases without an end come last. A day of Amsterdam counts.
     */
    private static final String LISTED =
            """
            with kept as (
                select h.case_id, h.version, e.ends_on
                from case_head h
                join case_event o on o.case_id = h.case_id and o.sequence = 1
                cross join lateral (
                    select coalesce(
                        case
                            when h.route = 'CARE_RELATION' and h.status = 'OPEN' then null
                            when h.route = 'CARE_RELATION'
                                then (select max((c.facts ->> 'closedOn')::date) from case_event c where c.case_id = h.case_id and c.type = 'CaseClosed')
                                     + make_interval(years => $9::integer)
                            else (h.changed_at at time zone 'Europe/Amsterdam')::date
                                 + make_interval(years => case o.facts ->> 'legalFramework' when 'WMO' then $8::integer when 'JEUGDWET' then $7::integer else $6::integer end)
                        end,
                        date '9999-12-31')::date as ends_on
                ) e
                where not exists (select from case_event x where x.case_id = h.case_id and x.type in ('CaseErased', 'PersonErased') and x.type = 'CaseErased')
                  and
            """
            + KeptOut.NOT_KEPT_OUT
            + """
            )
            select k.case_id, k.version, k.ends_on
            from kept k
            where $10::date is null or (k.ends_on, k.case_id) > ($10::date, $11::uuid)
            order by k.ends_on, k.case_id
            limit $12
            """;

    @Inject
    CasesDatabase database;

    @Inject
    EventStore store;

    @Inject
    RetentionYears years;

    @Inject
    PersonRefs refs;

    /**
     * One case.
     *
     * @param orderedBy the day by which it stands in the list
     * @param endsOn last day it must be kept, empty while its term has not begun
     */
    public record Kept(LocalDate orderedBy, CaseHistory history, Retention retention, int years, Optional<LocalDate> endsOn) {}

    /** Where a page starts. */
    public record After(LocalDate orderedBy, UUID caseId) {}

    /** The erasure as it is decided on: with the years this organisation keeps such a case. */
    public CaseErased of(CaseErased asked, UUID caseId, String organisation) {
        CaseHistory history = store.load(caseId).orElseThrow(ProblemException::notFound).toHistory();
        return new CaseErased(asked.reason(), years.of(organisation).get(Retention.of(history).kind()), null, null);
    }

    /** What goes first comes first; what was erased is not there any more. */
    public List<Kept> list(Acting acting, Optional<After> after, int limit) {
        Map<RecordKind, Integer> set = years.of(acting.organisation());
        List<Kept> kept = new ArrayList<>();
        var rows = database.query(
                LISTED,
                KeptOut.values(
                        acting,
                        refs,
                        set.get(RecordKind.MEDICAL_RECORD),
                        set.get(RecordKind.YOUTH_RECORD),
                        set.get(RecordKind.WMO_RECORD),
                        set.get(RecordKind.CARE_RELATION_RECORD),
                        after.map(After::orderedBy).orElse(null),
                        after.map(After::caseId).orElse(null),
                        limit));
        for (var row : rows) {
            CaseHistory history = store.load(row.getUUID("case_id"), row.getLong("version")).orElseThrow().toHistory();
            Retention retention = Retention.of(history);
            int forSoLong = set.get(retention.kind());
            kept.add(new Kept(row.getLocalDate("ends_on"), history, retention, forSoLong, retention.endsOn(forSoLong)));
        }
        return kept;
    }
}
