-- Keys stand in a schema of their own, so that they are backed up on their own: destroying a key must also end in the backups.
create schema keys;

-- A data key wrapped by the master key. subject: the case, or for the access log a UUID derived from the organisation.
create table keys.data_key (
    subject      uuid        not null,
    kind         text        not null,
    organisation text        not null,
    wrapped      bytea       not null,
    created_at   timestamptz not null default clock_timestamp(),
    primary key (subject, kind)
);

-- A known text sealed by the master key: a service with another master key refuses to start.
create table keys.master_key_check (
    only_row   boolean     primary key default true check (only_row),
    sealed     bytea       not null,
    created_at timestamptz not null default clock_timestamp()
);
