-- What the reporting-service knows of cases: facts of their events, and rows folded from them. No content, no user names.
-- Everything here can be thrown away and built again from the topic meldspoor.case-events.

-- How far each case was read. One row per case ever heard of; the row is locked while a batch works on the case.
create table case_progress (
    case_id            uuid primary key,
    last_sequence      bigint not null default 0,
    last_hash          text,
    parked_reason      text check (parked_reason in ('GAP', 'FORK', 'UNREADABLE')),
    parked_at_sequence bigint,
    parked_since       timestamptz,
    check ((parked_reason is null) = (parked_at_sequence is null)),
    check ((parked_reason is null) = (parked_since is null))
);
create index case_progress_parked on case_progress (parked_reason, case_id) where parked_reason is not null;

-- The events that count, in order, without holes.
create table applied_event (
    case_id          uuid not null,
    sequence         bigint not null,
    event_id         uuid not null,
    organisation     text not null,
    type             text not null,
    schema_version   int not null,
    occurred_at      timestamptz not null,
    recorded_at      timestamptz not null,
    person_ref       text not null,
    on_behalf_of_ref text,
    deviated_from    text[] not null,
    facts            jsonb not null,
    previous_hash    text,
    hash             text not null,
    primary key (case_id, sequence)
);

-- Records of parked cases: kept as they came, applied when the gap fills or a newer build can read them.
create table parked_record (
    case_id     uuid not null,
    sequence    bigint not null,
    event_id    uuid not null,
    headers     jsonb not null,
    value       text not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (case_id, sequence, event_id)
);

-- Records that name no case or sequence: only where they lie, because nobody knows what is in them.
create table rejected_record (
    topic       text not null,
    partition   int not null,
    "offset"    bigint not null,
    reason      text not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (topic, partition, "offset")
);

-- One row per case: how it stands and who may see it (nl.meldspoor.events.history.CaseReach).
create table case_view (
    case_id          uuid primary key,
    organisation     text not null,
    route            text not null,
    status           text not null,
    unit             text not null,
    region           text,
    version          bigint not null,
    step_reached     int not null,
    opened_at        timestamptz not null,
    changed_at       timestamptz not null,
    opened_by_ref    text not null,
    handler_ref      text,
    received_by_refs text[] not null,
    assigned_refs    text[] not null,
    excluded_refs    text[] not null,
    accused_state    text not null,
    accused_refs     text[] not null,
    crime_suspicion  boolean not null
);
create index case_view_organisation on case_view (organisation, route, unit);

create table case_step (
    case_id uuid not null references case_view on delete cascade,
    step    int not null,
    name    text not null,
    state   text not null,
    missing text[] not null,
    primary key (case_id, step)
);

create table case_obligation (
    case_id    uuid not null references case_view on delete cascade,
    ordinal    int not null,
    id         text not null,
    state      text not null,
    since      bigint not null,
    met_by     bigint,
    primary key (case_id, ordinal)
);
create index case_obligation_open on case_obligation (id, case_id) where state = 'OPEN';

-- Urgency and days left are never here: they change by the passing of a day. half_on is the first day on which half the
-- term or less is left, in calendar days.
create table deadline (
    case_id          uuid not null references case_view on delete cascade,
    ordinal          int not null,
    organisation     text not null,
    kind             text not null,
    obligation       text not null,
    by_analogy       boolean not null,
    started_on       date not null,
    half_on          date not null,
    due_on           date not null,
    latest_on        date not null,
    target_on        date not null,
    calendar_version text not null,
    met_on           date,
    primary key (case_id, ordinal)
);
create index deadline_unmet on deadline (organisation, due_on, case_id, ordinal) where met_on is null;
create index deadline_met on deadline (organisation, due_on, case_id, ordinal) where met_on is not null;

grant usage on schema public to reporting_service;
grant select, insert on applied_event, rejected_record to reporting_service;
grant select, insert, update on case_progress, case_view to reporting_service;
grant select, insert, update, delete on parked_record, case_step, case_obligation, deadline to reporting_service;
