-- How far the relay to Kafka is, and who is it. The row is made by the migration and never deleted: the fence only grows.
create table relay_checkpoint (
    relay          text        primary key,
    holder         uuid,
    lease_until    timestamptz not null,
    fence          bigint      not null,
    epoch          integer     not null,
    transaction_id xid8        not null,
    position       bigint      not null,
    cluster_id     text,
    topic_id       text,
    -- per partition the offset after the last record known to be there
    end_offsets    bigint[]    not null,
    changed_at     timestamptz not null
);

insert into relay_checkpoint (relay, lease_until, fence, epoch, transaction_id, position, end_offsets, changed_at)
values ('case-events', '-infinity', 0, 0, '0', 0, '{}', clock_timestamp());
