-- Figures of any moment. What a figure counts is kept per case with the stretch of recorded time in which it held:
-- valid_from is when the event was recorded that made it so, valid_to when the event was that made it otherwise, null while
-- it holds. A figure as of T is a query over the rows that held at T, so it can be neither incremented wrong nor drift.
-- Rows come from nl.meldspoor.reporting.figures.CaseFigures after each event, and follow from the events alone.

-- Where a case stood: status, the furthest step in which something was recorded, its open obligations.
create table case_standing (
    case_id          uuid not null,
    key              text not null,
    since_version    bigint not null,
    organisation     text not null,
    route            text not null,
    status           text not null,
    step             int not null,
    open_obligations text[] not null,
    valid_from       timestamptz not null,
    valid_to         timestamptz,
    primary key (case_id, key, since_version)
);
create unique index case_standing_now on case_standing (case_id, key) where valid_to is null;
create index case_standing_of_organisation on case_standing (organisation) where valid_to is null;
create index case_standing_then on case_standing (organisation, valid_from, valid_to);

-- How a term of a case stood. half_on is the first day on which half the term or less is left.
create table term_standing (
    case_id       uuid not null,
    key           text not null,
    since_version bigint not null,
    organisation  text not null,
    kind          text not null,
    obligation    text not null,
    started_on    date not null,
    half_on       date not null,
    due_on        date not null,
    met_on        date,
    valid_from    timestamptz not null,
    valid_to      timestamptz,
    primary key (case_id, key, since_version)
);
create unique index term_standing_now on term_standing (case_id, key) where valid_to is null;
create index term_standing_of_organisation on term_standing (organisation, due_on)
    include (case_id, kind, started_on, half_on, met_on) where valid_to is null;
create index term_standing_then on term_standing (organisation, valid_from, valid_to);

-- Something that happened in a case and is counted over a period: an assessment, a melding, days from step to step, …
create table counted_fact (
    case_id       uuid not null,
    key           text not null,
    since_version bigint not null,
    organisation  text not null,
    kind          text not null,
    value         text,
    happened_on   date not null,
    days          int,
    valid_from    timestamptz not null,
    valid_to      timestamptz,
    primary key (case_id, key, since_version)
);
create unique index counted_fact_now on counted_fact (case_id, key) where valid_to is null;
create index counted_fact_of_organisation on counted_fact (organisation, kind, happened_on)
    include (case_id, value, days) where valid_to is null;
create index counted_fact_then on counted_fact (organisation, kind, happened_on);

grant select, insert, update on case_standing, term_standing, counted_fact to reporting_service;

-- By what statistics are grouped, as the case says now.
-- The rows of before have none of this: the topic is read from its beginning again.
truncate case_progress, applied_event, parked_record, case_view, case_step, case_obligation, deadline, topic_identity;
alter table case_view
    add column sector          text not null,
    add column legal_framework text not null,
    add column client_role     text not null;
