-- What the tracker said of deadlines. A schema of its own: the projection can be thrown away and built again, this cannot, for
-- it is what keeps a rung from being said twice.
create schema tracker;

-- A rung once noted is never changed or removed: journal and outbox in one. Written under one lock, so that positions become
-- visible in their order.
create table tracker.rung (
    position          bigint generated always as identity primary key,
    event_id          uuid        not null unique,
    organisation      text        not null,
    case_id           uuid        not null,
    -- 1, 2, 3 … among the rungs of the case
    sequence          bigint      not null,
    obligation        text        not null,
    kind              text        not null,
    -- sequence of the event that carries the term
    since             bigint      not null,
    due_on            date        not null,
    rung              text        not null check (rung in ('HALF_TERM', 'ONE_WEEK', 'TWO_WORKING_DAYS', 'ONE_WORKING_DAY',
                                                           'DUE_DAY', 'MISSED', 'MET')),
    working_days_left int         not null,
    noted_at          timestamptz not null,
    unique (case_id, obligation, kind, since, due_on, rung),
    unique (case_id, sequence)
);

-- How far the rungs are on Kafka, and on which. One row, made here and never deleted.
create table tracker.relay_checkpoint (
    one         boolean primary key default true check (one),
    position    bigint   not null,
    cluster_id  text,
    topic_id    text,
    -- per partition the offset after the last record known to be there
    end_offsets bigint[] not null
);
insert into tracker.relay_checkpoint (position, end_offsets) values (0, '{}');

-- With obligation and kind it names a deadline for ever; ordinals move when a case gets another deadline.
alter table deadline add column since bigint not null default 0;

grant usage on schema tracker to reporting_service;
grant select, insert on tracker.rung to reporting_service;
grant select, update on tracker.relay_checkpoint to reporting_service;
