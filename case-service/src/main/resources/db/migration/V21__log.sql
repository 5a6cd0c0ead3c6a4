-- The Merkle log: one tree per organisation over all its events in commit order. Leaf and node are never changed: a checkpoint that was
-- signed says what they were. A generation is begun by the operator when an older one cannot be continued (docs/proof.md).

-- Who writes the log, and up to which event it is. One writer for all organisations, by lease and fence.
create table log_writer (
    generation     integer     primary key check (generation > 0),
    holder         uuid,
    lease_until    timestamptz not null,
    fence          bigint      not null,
    epoch          integer     not null,
    transaction_id xid8        not null,
    position       bigint      not null
);

create table log_tree (
    generation   integer not null,
    organisation text    not null,
    size         bigint  not null check (size > 0),
    primary key (generation, organisation)
);

-- hash: the chain hash of the event; the leaf of the tree is made of it.
create table log_leaf (
    generation   integer not null,
    organisation text    not null,
    leaf_index   bigint  not null check (leaf_index >= 0),
    case_id      uuid    not null,
    sequence     bigint  not null,
    hash         bytea   not null check (length(hash) = 32),
    primary key (generation, organisation, leaf_index),
    unique (generation, case_id, sequence)
);

-- Complete subtrees above the leaves.
create table log_node (
    generation   integer not null,
    organisation text    not null,
    level        integer not null check (level > 0),
    node_index   bigint  not null,
    hash         bytea   not null check (length(hash) = 32),
    primary key (generation, organisation, level, node_index)
);

create table log_checkpoint (
    generation   integer     not null,
    organisation text        not null,
    size         bigint      not null,
    root         bytea       not null check (length(root) = 32),
    note         text        not null,
    signed_at    timestamptz not null,
    published_at timestamptz,
    primary key (generation, organisation, size)
);

create index log_checkpoint_unpublished on log_checkpoint (generation, organisation, size) where published_at is null;

create function log_is_never_changed() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the log is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger log_leaf_refuses_change before update or delete or truncate on log_leaf for each statement execute function log_is_never_changed();
create trigger log_node_refuses_change before update or delete or truncate on log_node for each statement execute function log_is_never_changed();
alter table log_leaf enable always trigger log_leaf_refuses_change;
alter table log_node enable always trigger log_node_refuses_change;

grant select, insert, update on log_writer to cases_service;
grant select, insert, update on log_tree to cases_service;
grant select, insert on log_leaf to cases_service;
grant select, insert on log_node to cases_service;
grant select, insert on log_checkpoint to cases_service;
grant update (published_at) on log_checkpoint to cases_service;
