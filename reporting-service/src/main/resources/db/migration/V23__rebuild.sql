-- Building the projection anew beside the old one: the tables once more in a schema of their own, filled from the beginning of the
-- topic while the old ones are served, and put in their place in one transaction. What people were told (schema tracker) and what
-- they chose is not part of it.
create table rebuild (
    one          boolean     primary key default true check (one),
    state        text        not null check (state in ('REQUESTED', 'RUNNING', 'DONE')),
    requested_at timestamptz not null,
    started_at   timestamptz,
    -- when one was last finished
    done_at      timestamptz,
    -- how many records of the topic were read, of how many there were when that was last asked
    records      bigint      not null default 0,
    of_records   bigint      not null default 0,
    -- when all was read: how many cases were less far than in the tables that are served
    cases_behind bigint      not null default 0
);
grant select, update on rebuild to reporting_service;

-- For an operator. False: one was asked for already and is not done.
create function meldspoor_rebuild() returns boolean
    language sql as
$$
    with asked as (
        insert into rebuild (state, requested_at) values ('REQUESTED', clock_timestamp())
        on conflict (one) do update
           set state = 'REQUESTED', requested_at = clock_timestamp(), started_at = null, records = 0, of_records = 0, cases_behind = 0
         where rebuild.state = 'DONE'
        returning one
    )
    select exists (select from asked);
$$;

-- A table that is not named here is not built anew.
create function projection_tables() returns text[]
    language sql immutable as
$$
    select array['case_progress', 'applied_event', 'parked_record', 'case_step', 'case_obligation', 'deadline', 'case_view',
                 'case_standing', 'term_standing', 'counted_fact']
$$;

-- Empty tables in the schema next, with the names of indexes, constraints and rights of those that are served; what a broken-off
-- rebuild left there goes. The service may call this: it can make and drop no table but these.
create function rebuild_begin() returns void
    language plpgsql security definer set search_path = public, pg_catalog, pg_temp as
$$
declare
    name     text;
    sentence text;
begin
    drop schema if exists next cascade;
    create schema next;
    grant usage on schema next to reporting_service;
    foreach name in array projection_tables() loop
        execute format('create table next.%1$I (like public.%1$I including all excluding indexes)', name);
    end loop;
    for sentence in
        select format('grant %s on next.%I to reporting_service', privilege_type, table_name)
          from information_schema.role_table_grants
         where table_schema = 'public' and table_name = any (projection_tables()) and grantee = 'reporting_service'
        union all
        select replace(indexdef, ' ON public.', ' ON next.')
          from pg_indexes i
         where schemaname = 'public' and tablename = any (projection_tables())
           and not exists (select from pg_constraint c where c.conname = i.indexname and c.conrelid = ('public.' || i.tablename)::regclass)
    loop
        execute sentence;
    end loop;
    -- keys first, then what refers to them
    for sentence in
        select format('alter table next.%I add constraint %I %s', t.relname, c.conname,
                      replace(pg_get_constraintdef(c.oid), ' REFERENCES ', ' REFERENCES next.'))
          from pg_constraint c
          join pg_class t on t.oid = c.conrelid
         where t.relnamespace = 'public'::regnamespace and t.relname = any (projection_tables()) and c.contype in ('p', 'u', 'f')
         order by c.contype = 'f'
    loop
        execute sentence;
    end loop;
    update rebuild set state = 'RUNNING', started_at = clock_timestamp(), records = 0, of_records = 0, cases_behind = 0;
end
$$;

-- The cases that are less far in the new tables, or of which a record waits in the old ones that the new ones do not know.
create function rebuild_behind() returns setof uuid
    language plpgsql as
$$
begin
    if to_regclass('next.case_progress') is null then
        return;
    end if;
    return query
        select served.case_id
          from public.case_progress served
          left join next.case_progress built using (case_id)
         where served.last_sequence > coalesce(built.last_sequence, 0)
        union
        select waiting.case_id
          from public.parked_record waiting
         where not exists (select from next.parked_record p
                            where (p.case_id, p.sequence, p.event_id) = (waiting.case_id, waiting.sequence, waiting.event_id))
           and not exists (select from next.applied_event a
                            where (a.case_id, a.sequence, a.event_id) = (waiting.case_id, waiting.sequence, waiting.event_id));
end
$$;

-- Puts the new tables in the place of the old ones and answers 0. Changes nothing when cases are behind, and says how many; nor when
-- somebody reads or writes for longer than it may wait: -1. It gives up before PostgreSQL looks for deadlocks, so that of a reader
-- and a switch it is always the switch that tries again.
create function rebuild_switch() returns bigint
    language plpgsql security definer set search_path = public, pg_catalog, pg_temp set lock_timeout = '500ms' as
$$
declare
    name   text;
    behind bigint;
begin
    -- first without keeping anybody waiting; then for good: a running batch ends, the next one waits
    select count(*) into behind from rebuild_behind();
    if behind = 0 then
        lock table public.case_progress in access exclusive mode;
        select count(*) into behind from rebuild_behind();
    end if;
    if behind > 0 then
        update rebuild set cases_behind = behind;
        return behind;
    end if;
    foreach name in array projection_tables() loop
        execute format('drop table public.%I', name);
        execute format('alter table next.%I set schema public', name);
    end loop;
    drop schema next;
    update rebuild set state = 'DONE', done_at = clock_timestamp(), cases_behind = 0;
    return 0;
exception
    when lock_not_available then
        return -1;
end
$$;

-- A case that is released while the projection is built anew is forgotten there, too.
create or replace function meldspoor_release(released uuid) returns boolean
    language plpgsql as
$$
declare
    place text;
    found_in_served boolean;
begin
    perform from public.case_progress where case_id = released for update;
    found_in_served := found;
    foreach place in array array['public', 'next'] loop
        continue when to_regclass(format('%I.case_progress', place)) is null;
        execute format('select from %I.case_progress where case_id = $1 for update', place) using released;
        execute format('delete from %I.parked_record where case_id = $1', place) using released;
        execute format('delete from %I.applied_event where case_id = $1', place) using released;
        execute format('delete from %I.case_standing where case_id = $1', place) using released;
        execute format('delete from %I.term_standing where case_id = $1', place) using released;
        execute format('delete from %I.counted_fact  where case_id = $1', place) using released;
        execute format('delete from %I.case_view     where case_id = $1', place) using released;
        execute format(
            'update %I.case_progress
                set last_sequence = 0, last_hash = null, parked_reason = null, parked_at_sequence = null, parked_since = null
              where case_id = $1', place) using released;
    end loop;
    return found_in_served;
end
$$;

revoke all on function meldspoor_rebuild(), projection_tables(), rebuild_begin(), rebuild_behind(), rebuild_switch() from public;
grant execute on function rebuild_begin(), rebuild_switch() to reporting_service;
