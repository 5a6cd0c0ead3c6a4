-- The regulation agreed with the works council (UAVG art. 33 lid 3): a setting of the organisation, not an event of a case.
create table works_council_regulation (
    organisation   text        primary key,
    agreed_on      date        not null,
    reference      text        not null,
    changed_at     timestamptz not null,
    changed_by_ref text        not null
);

grant select, insert, update on works_council_regulation to cases_service;
