-- Who read or wrote what, when, in which role, by which rule (NEN 7513). Committed before opened content leaves.
create table access_log (
    position         bigint      generated always as identity primary key,
    entry_id         uuid        not null unique,
    at               timestamptz not null,
    organisation     text        not null,
    case_id          uuid,
    person_ref       text        not null,
    -- user names, sealed under the organisation's access log key
    person           bytea       not null,
    on_behalf_of_ref text,
    on_behalf_of     bytea,
    roles            text[]      not null,
    action           text        not null,
    what             text        not null,
    ground           text        not null,
    first_sequence   bigint,
    last_sequence    bigint,
    outcome          text        not null,
    correlation_id   uuid        not null
);

create index access_log_by_case on access_log (case_id, position);
