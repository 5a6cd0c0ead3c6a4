-- Calendar feeds. Whoever knows the address reads it, so the secret in it is kept as a hash only; who its owner is and what he may
-- see is sealed under a key made from the secret: the rows alone name nobody and open nothing.
create table tracker.calendar_feed (
    id           uuid        primary key,
    secret_hash  bytea       not null unique,
    organisation text        not null,
    owner_ref    text        not null,
    sealed_owner bytea       not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null
);
create index calendar_feed_of_owner on tracker.calendar_feed (organisation, owner_ref, created_at);

grant select, insert, delete on tracker.calendar_feed to reporting_service;
