-- An auditor gave a reason to open the content of a case; valid for eight hours. The line in access_log has the same id.
create table inspection (
    inspection_id uuid        primary key,
    organisation  text        not null,
    case_id       uuid        not null,
    person_ref    text        not null,
    -- sealed under the organisation's access log key
    reason        bytea       not null,
    opened_at     timestamptz not null,
    valid_until   timestamptz not null
);

create index inspection_by_case_and_person on inspection (case_id, person_ref, valid_until);

grant select, insert on inspection to cases_service;
