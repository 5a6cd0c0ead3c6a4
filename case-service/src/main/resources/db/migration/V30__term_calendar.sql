-- Under which calendars the running terms of all cases were counted again. What is missing here is due, also after a crash.
create table term_calendar (
    version       text        primary key,
    recomputed_at timestamptz not null
);

grant select, insert on term_calendar to cases_service;
