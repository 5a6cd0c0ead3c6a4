-- The event store. Each column and constraint is explained in docs/adr and in the design of the event store; change one only with both.

-- Which cluster these rows were written in. After a logical restore the cluster is another one: its transaction ids start anew, so
-- that rows of before and after could not be ordered. Then nothing is served until meldspoor_restore() has begun a new epoch.
create table store_identity (
    only_row          boolean     primary key default true check (only_row),
    epoch             integer     not null check (epoch > 0),
    system_identifier bigint      not null,
    since             timestamptz not null
);

insert into store_identity (epoch, system_identifier, since)
select 1, system_identifier, clock_timestamp()
from pg_control_system();

create table case_event (
    position         bigint      generated always as identity primary key,
    epoch            integer     not null,
    -- in commit order once older than every running transaction; position is not
    transaction_id   xid8        not null default pg_current_xact_id(),
    event_id         uuid        not null unique,
    organisation     text        not null,
    case_id          uuid        not null,
    sequence         bigint      not null check (sequence > 0),
    type             text        not null,
    schema_version   integer     not null check (schema_version > 0),
    occurred_at      timestamptz not null,
    recorded_at      timestamptz not null,
    -- user names are sealed; person_ref and on_behalf_of_ref are keyed hashes
    actor            bytea       not null,
    person_ref       text        not null,
    roles            text[]      not null,
    on_behalf_of     bytea,
    on_behalf_of_ref text,
    command_id       uuid        not null,
    ordinal          integer     not null check (ordinal > 0),
    correlation_id   uuid        not null,
    causation_id     uuid,
    deviated_from    text[]      not null,
    facts            jsonb       not null,
    sealed           bytea       not null,
    traceparent      text,
    previous_hash    bytea       check (length(previous_hash) = 32),
    hash             bytea       not null check (length(hash) = 32),
    unique (case_id, sequence),
    unique (case_id, command_id, ordinal),
    check ((sequence = 1) = (previous_hash is null))
);

create index case_event_in_order on case_event (epoch, transaction_id, position);

-- One row per case: what an append competes for, and who may reach the case (never decided from a cache).
create table case_head (
    case_id          uuid        primary key,
    organisation     text        not null,
    version          bigint      not null check (version > 0),
    hash             bytea       not null,
    opened_at        timestamptz not null,
    changed_at       timestamptz not null,
    route            text        not null,
    status           text        not null,
    unit             text,
    region           text,
    opened_by_ref    text        not null,
    handler_ref      text,
    received_by_refs text[]      not null,
    assigned_refs    text[]      not null,
    excluded_refs    text[]      not null,
    accused_state    text        not null check (accused_state in ('NONE', 'UNLINKED', 'LINKED')),
    accused_refs     text[]      not null,
    crime_suspicion  boolean     not null,
    melding_regions  text[]      not null
) with (fillfactor = 70);

create index case_head_by_organisation on case_head (organisation, changed_at desc, case_id);
create index case_head_by_melding_region on case_head using gin (melding_regions);

-- Keyed hashes for exact search; deleted with the key.
create table case_lookup (
    case_id uuid not null,
    kind    text not null,
    hash    text not null,
    primary key (kind, hash, case_id)
);

create index case_lookup_by_case on case_lookup (case_id);

-- What an Idempotency-Key was answered with. Part of the append, so that a key is remembered exactly when its command is stored.
create table idempotency (
    organisation   text        not null,
    scope_ref      text        not null,
    key_hash       text        not null,
    fingerprint    text        not null,
    case_id        uuid        not null,
    command_id     uuid        not null,
    first_sequence bigint      not null,
    last_sequence  bigint      not null,
    recorded_at    timestamptz not null,
    primary key (organisation, scope_ref, key_hash)
);

create function case_event_is_never_changed() returns trigger
    language plpgsql as
$$
begin
    raise exception 'case_event is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger case_event_refuses_change
    before update or delete or truncate on case_event
    for each statement execute function case_event_is_never_changed();

-- also in a session that calls itself a replica
alter table case_event enable always trigger case_event_refuses_change;

-- ./meldspoor restore: run as the owner after a logical restore. Returns the new epoch.
create function meldspoor_restore() returns integer
    language sql as
$$
    update store_identity
    set epoch = epoch + 1,
        system_identifier = (select system_identifier from pg_control_system()),
        since = clock_timestamp()
    returning epoch
$$;

revoke all on function meldspoor_restore() from public;
