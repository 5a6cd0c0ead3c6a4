-- Building the projection anew beside the old one: the tables once more in a schema of their own, filled from the beginning of the
-- topic while the old ones are served, and put in their place in one transaction. What people were told (schema tracker) and what
-- they chose is not part of it.
create table rebuild (
    one          boolean primary key default true check (one),
    state        text        not null check (state in ('REQUESTED', 'RUNNING', 'DONE')),
    requested_at timestamptz not null,
    started_at   timestamptz,
    done_at      timestamptz,
    -- how many records of the topic were read, of how many there were when that was last asked
    records      bigint      not null default 0,
    of_records   bigint      not null default 0
);
grant select, update on rebuild to reporting_service;

-- For an operator.
create function meldspoor_rebuild() returns void
    language sql as
$$
    insert into rebuild (state, requested_at) values ('REQUESTED', clock_timestamp())
    on conflict (one) do update
       set state = 'REQUESTED', requested_at = clock_timestamp(), started_at = null, done_at = null, records = 0, of_records = 0
     where rebuild.state = 'DONE';
$$;
revoke all on function meldspoor_rebuild() from public;

create function projection_tables() returns text[]
    language sql immutable as
$$
    select array['case_progress', 'applied_event', 'parked_record', 'case_view', 'case_step', 'case_obligation', 'deadline',
                 'case_standing', 'term_standing', 'counted_fact']
$$;

-- Empty tables in the schema next; what a broken-off rebuild left there goes. The service may call this: it can make and drop no
-- table but these.
create function rebuild_begin() returns void
    language plpgsql security definer set search_path = public, pg_catalog as
$$
declare
    name text;
begin
    drop schema if exists next cascade;
    create schema next;
    grant usage on schema next to reporting_service;
    foreach name in array projection_tables() loop
        execute format('create table next.%1$I (like public.%1$I including all)', name);
        execute format('grant select, insert, update, delete on next.%I to reporting_service', name);
    end loop;
    foreach name in array array['case_step', 'case_obligation', 'deadline'] loop
        execute format('alter table next.%I add foreign key (case_id) references next.case_view on delete cascade', name);
    end loop;
    update rebuild set state = 'RUNNING', started_at = clock_timestamp(), records = 0;
end
$$;

-- Puts the new tables in the place of the old ones, unless a case is less far in them: then it says how many are, and changes nothing. The lock lets a running batch end and keeps the
-- next one out until the switch is done.
create function rebuild_switch() returns bigint
    language plpgsql security definer set search_path = public, pg_catalog as
$$
declare
    name   text;
    behind bigint;
begin
    lock table public.case_progress in access exclusive mode;
    select count(*)
      into behind
      from public.case_progress served
      left join next.case_progress built using (case_id)
     where served.last_sequence > coalesce(built.last_sequence, 0);
    if behind > 0 then
        return behind;
    end if;
    foreach name in array array['case_step', 'case_obligation', 'deadline', 'case_view', 'case_progress', 'applied_event',
                                'parked_record', 'case_standing', 'term_standing', 'counted_fact'] loop
        execute format('drop table public.%I', name);
        execute format('alter table next.%I set schema public', name);
    end loop;
    drop schema next;
    foreach name in array array['applied_event'] loop
        execute format('revoke update, delete on public.%I from reporting_service', name);
    end loop;
    foreach name in array array['case_progress', 'case_view', 'case_standing', 'term_standing', 'counted_fact'] loop
        execute format('revoke delete on public.%I from reporting_service', name);
    end loop;
    update rebuild set state = 'DONE', done_at = clock_timestamp();
    return 0;
end
$$;

revoke all on function projection_tables(), rebuild_begin(), rebuild_switch() from public;
grant execute on function rebuild_begin(), rebuild_switch() to reporting_service;
