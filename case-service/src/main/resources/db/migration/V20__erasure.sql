-- Which erasures on record were carried out: keys destroyed, lookups deleted. What is missing here is due, also after a crash.
create table case_erasure (
    case_id        uuid        not null,
    sequence       bigint      not null,
    carried_out_at timestamptz not null,
    primary key (case_id, sequence)
);

grant select, insert on case_erasure to cases_service;

-- Every opening asks whether an erasure is on record. The predicate is repeated in the queries, so that this index is used.
create index case_event_erasing on case_event (case_id) where type in ('CaseErased', 'PersonErased');

-- How many years the organisation keeps a kind of record; what is not here is kept as long as the law or our default says.
create table retention_setting (
    organisation   text        not null,
    kind           text        not null,
    years          integer     not null check (years between 1 and 115),
    changed_at     timestamptz not null,
    changed_by_ref text        not null,
    primary key (organisation, kind)
);

grant select, insert, update on retention_setting to cases_service;
