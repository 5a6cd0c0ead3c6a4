package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * The one statement of an append: advances the heads that are where they are expected, inserts the events of the cases that were won,
 * remembers their idempotency keys and lookups, logs the access, and returns what was inserted. For any number of cases at once.
 *
 * <p>Heads are locked in the order of case id, so that two batches cannot wait for each other, and before anything else is written, so
 * that the transaction id is younger than that of every event this append follows. A cluster other than the stored one wins nothing.
 */
final class AppendStatement {

    static final String SQL = """
            with identity as materialized (
                select s.epoch
                from store_identity s
                where s.system_identifier = (select c.system_identifier from pg_control_system() c)
            ),
            request as materialized (
                select *
                from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bytea[], $5::bigint[], $6::bytea[], $7::timestamptz[],
                            $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                            $16::text[], $17::text[], $18::text[], $19::boolean[], $20::text[], $56::text[], $57::text[])
                     as r(case_id, organisation, expected_version, expected_hash, version, hash, changed_at,
                          route, status, unit, region, opened_by_ref, handler_ref, received_by_refs, assigned_refs,
                          excluded_refs, accused_state, accused_refs, crime_suspicion, melding_regions, open_obligations, obligations_by)
            ),
            held as materialized (
                select h.case_id
                from case_head h
                join request r on r.case_id = h.case_id and r.expected_version = h.version and r.expected_hash = h.hash
                cross join identity
                order by h.case_id
                for update of h
            ),
            advanced as (
                update case_head h
                set version = r.version, hash = r.hash, changed_at = r.changed_at,
                    route = r.route, status = r.status, unit = r.unit, region = r.region,
                    opened_by_ref = r.opened_by_ref, handler_ref = r.handler_ref,
                    received_by_refs = r.received_by_refs::text[], assigned_refs = r.assigned_refs::text[],
                    excluded_refs = r.excluded_refs::text[], accused_state = r.accused_state,
                    accused_refs = r.accused_refs::text[], crime_suspicion = r.crime_suspicion,
                    melding_regions = r.melding_regions::text[], open_obligations = r.open_obligations::text[],
                    obligations_by = r.obligations_by
                from held join request r on r.case_id = held.case_id
                where h.case_id = held.case_id
                returning h.case_id
            ),
            opened as (
                insert into case_head (case_id, organisation, version, hash, opened_at, changed_at, route, status, unit, region,
                                       opened_by_ref, handler_ref, received_by_refs, assigned_refs, excluded_refs, accused_state,
                                       accused_refs, crime_suspicion, melding_regions, open_obligations, obligations_by)
                select r.case_id, r.organisation, r.version, r.hash, r.changed_at, r.changed_at, r.route, r.status, r.unit, r.region,
                       r.opened_by_ref, r.handler_ref, r.received_by_refs::text[], r.assigned_refs::text[], r.excluded_refs::text[],
                       r.accused_state, r.accused_refs::text[], r.crime_suspicion, r.melding_regions::text[],
                       r.open_obligations::text[], r.obligations_by
                from request r
                cross join identity
                where r.expected_version = 0
                order by r.case_id
                on conflict (case_id) do nothing
                returning case_id
            ),
            won as (
                select case_id from advanced
                union all
                select case_id from opened
            ),
            stored as (
                insert into case_event (epoch, event_id, organisation, case_id, sequence, type, schema_version, occurred_at,
                                        recorded_at, actor, person_ref, roles, on_behalf_of, on_behalf_of_ref, command_id, ordinal,
                                        correlation_id, causation_id, deviated_from, facts, sealed, traceparent, previous_hash, hash)
                select i.epoch, e.event_id, e.organisation, e.case_id, e.sequence, e.type, e.schema_version, e.occurred_at,
                       e.recorded_at, e.actor, e.person_ref, e.roles::text[], e.on_behalf_of, e.on_behalf_of_ref, e.command_id,
                       e.ordinal, e.correlation_id, e.causation_id, e.deviated_from::text[], e.facts::jsonb, e.sealed, e.traceparent,
                       e.previous_hash, e.hash
                from unnest($21::uuid[], $22::text[], $23::uuid[], $24::bigint[], $25::text[], $26::integer[], $27::timestamptz[],
                            $28::timestamptz[], $29::bytea[], $30::text[], $31::text[], $32::bytea[], $33::text[], $34::uuid[],
                            $35::integer[], $36::uuid[], $37::uuid[], $38::text[], $39::text[], $40::bytea[], $41::text[],
                            $42::bytea[], $43::bytea[])
                     with ordinality
                     as e(event_id, organisation, case_id, sequence, type, schema_version, occurred_at, recorded_at, actor,
                          person_ref, roles, on_behalf_of, on_behalf_of_ref, command_id, ordinal, correlation_id, causation_id,
                          deviated_from, facts, sealed, traceparent, previous_hash, hash, line)
                join won on won.case_id = e.case_id
                cross join identity i
                order by e.line
                returning event_id, position, transaction_id
            ),
            found_by as (
                insert into case_lookup (case_id, kind, hash)
                select l.case_id, l.kind, l.hash
                from unnest($44::uuid[], $45::text[], $46::text[]) as l(case_id, kind, hash)
                join won on won.case_id = l.case_id
                on conflict (kind, hash, case_id) do nothing
            ),
            remembered as (
                insert into idempotency (organisation, scope_ref, key_hash, fingerprint, case_id, command_id, first_sequence,
                                         last_sequence, recorded_at)
                select m.organisation, m.scope_ref, m.key_hash, m.fingerprint, m.case_id, m.command_id, m.first_sequence,
                       m.last_sequence, m.recorded_at
                from unnest($47::text[], $48::text[], $49::text[], $50::text[], $51::uuid[], $52::uuid[], $53::bigint[],
                            $54::bigint[], $55::timestamptz[])
                     as m(organisation, scope_ref, key_hash, fingerprint, case_id, command_id, first_sequence, last_sequence,
                          recorded_at)
                join won on won.case_id = m.case_id
            ),
            logged as (
                insert into access_log (entry_id, at, organisation, case_id, person_ref, person, on_behalf_of_ref, on_behalf_of, roles,
                                        action, what, ground, first_sequence, last_sequence, outcome, correlation_id)
                select a.entry_id, a.at, a.organisation, a.case_id, a.person_ref, a.person, a.on_behalf_of_ref, a.on_behalf_of,
                       a.roles::text[], a.action, a.what, a.ground, a.first_sequence, a.last_sequence, a.outcome, a.correlation_id
                from unnest($58::uuid[], $59::timestamptz[], $60::text[], $61::uuid[], $62::text[], $63::bytea[], $64::text[],
                            $65::bytea[], $66::text[], $67::text[], $68::text[], $69::text[], $70::bigint[], $71::bigint[],
                            $72::text[], $73::uuid[])
                     as a(entry_id, at, organisation, case_id, person_ref, person, on_behalf_of_ref, on_behalf_of,
                          roles, action, what, ground, first_sequence, last_sequence, outcome, correlation_id)
                join won on won.case_id = a.case_id
            )
            select i.epoch, s.event_id, s.position, s.transaction_id::text as transaction_id
            from (select (select epoch from identity) as epoch) i
            left join stored s on true
            """;

    private AppendStatement() {}

    /** The values for the units, each of one case; no case twice. */
    static Tuple values(List<AppendUnit> units) {
        Columns<AppendUnit> cases = new Columns<>(units);
        cases.uuid(AppendUnit::caseId)
                .text(u -> u.last().organisation())
                .number(AppendUnit::expectedVersion)
                .hex(AppendUnit::expectedHash)
                .number(u -> u.last().sequence())
                .hex(u -> u.last().hash())
                .moment(u -> u.last().recordedAt())
                .text(u -> u.lastRequest().reach().route().name())
                .text(u -> u.lastRequest().reach().status().name())
                .text(u -> u.lastRequest().reach().unit())
                .text(u -> u.lastRequest().reach().region())
                .text(u -> u.lastRequest().reach().openedByRef())
                .text(u -> u.lastRequest().reach().handlerRef())
                .texts(u -> u.lastRequest().reach().receivedByRefs())
                .texts(u -> u.lastRequest().reach().assignedRefs())
                .texts(u -> u.lastRequest().reach().excludedRefs())
                .text(u -> u.lastRequest().reach().accusedState().name())
                .texts(u -> u.lastRequest().reach().accusedRefs())
                .add(u -> u.lastRequest().reach().crimeSuspicion(), Boolean[]::new)
                .texts(u -> u.lastRequest().reach().meldingRegions());
        Columns<StoredEvent> events =
                new Columns<>(units.stream().flatMap(AppendUnit::events).toList(), cases.tuple());
        events.uuid(StoredEvent::eventId)
                .text(StoredEvent::organisation)
                .uuid(StoredEvent::caseId)
                .number(StoredEvent::sequence)
                .text(StoredEvent::type)
                .add(StoredEvent::schemaVersion, Integer[]::new)
                .moment(StoredEvent::occurredAt)
                .moment(StoredEvent::recordedAt)
                .bytes(e -> e.actor().bytes())
                .text(StoredEvent::personRef)
                .texts(StoredEvent::roles)
                .bytes(e -> e.onBehalfOf() == null ? null : e.onBehalfOf().bytes())
                .text(StoredEvent::onBehalfOfRef)
                .uuid(StoredEvent::commandId)
                .add(StoredEvent::ordinal, Integer[]::new)
                .uuid(StoredEvent::correlationId)
                .uuid(StoredEvent::causationId)
                .texts(StoredEvent::deviatedFrom)
                .text(e -> e.facts().toString())
                .bytes(e -> e.sealed().bytes())
                .text(StoredEvent::traceparent)
                .hex(StoredEvent::previousHash)
                .hex(StoredEvent::hash);
        new Columns<>(units.stream().flatMap(AppendUnit::foundBy).toList(), cases.tuple())
                .uuid(AppendUnit.Found::caseId)
                .text(f -> f.lookup().kind())
                .text(f -> f.lookup().hash());
        List<AppendUnit.LinkedCommand> remembered = units.stream()
                .flatMap(u -> u.commands().stream())
                .filter(c -> c.request().idempotency() != null)
                .toList();
        new Columns<>(remembered, cases.tuple())
                .text(c -> c.request().organisation())
                .text(c -> c.request().idempotency().scopeRef())
                .text(c -> c.request().idempotency().keyHash())
                .text(c -> c.request().idempotency().fingerprint())
                .uuid(c -> c.request().caseId())
                .uuid(c -> c.request().commandId())
                .number(c -> c.first().sequence())
                .number(c -> c.last().sequence())
                .moment(c -> c.last().recordedAt());
        new Columns<>(units, cases.tuple())
                .texts(u -> u.lastRequest().obligations().open())
                .text(u -> u.lastRequest().obligations().derivedBy());
        AccessRow.addTo(new Columns<>(units.stream().flatMap(AppendUnit::accesses).toList(), cases.tuple()));
        return cases.tuple();
    }
}
