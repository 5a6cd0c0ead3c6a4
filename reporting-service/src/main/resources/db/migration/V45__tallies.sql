-- How often each figure holds now, counted as rows come and go, so that the overview of a large organisation adds up a few thousand
-- lines and reads no row per case. A tally is the table of figures it belongs to without the case, grouped and counted; triggers write
-- it, in the transaction of the rows themselves and whoever changes them, so it cannot drift. Lines are only ever added (+1 and -1),
-- so that transactions never wait for each other; settle_figures() adds up what belongs together. The sum over lines is the figure.
create table standing_tally (
    organisation     text   not null,
    route            text   not null,
    status           text   not null,
    step             int    not null,
    open_obligations text   not null,
    times            bigint not null,
    settled          boolean not null default false
);
create index standing_tally_of_organisation on standing_tally (organisation);
create index standing_tally_loose on standing_tally (organisation) where not settled;

create table term_tally (
    organisation text    not null,
    route        text    not null,
    kind         text    not null,
    -- MET in time, LATE: met after its last day
    state        text    not null check (state in ('UNMET', 'MET', 'LATE')),
    -- when it was met in time, else its last day
    day          date    not null,
    half_on      date    not null,
    at_once      boolean not null,
    times        bigint  not null,
    settled      boolean not null default false
);
create index term_tally_of_organisation on term_tally (organisation, state, day);
create index term_tally_loose on term_tally (organisation) where not settled;

create table fact_tally (
    organisation text   not null,
    route        text   not null,
    kind         text   not null,
    -- empty where there is none
    value        text   not null,
    -- -1 where nothing took time
    days         int    not null,
    day          date   not null,
    times        bigint not null,
    settled      boolean not null default false
);
create index fact_tally_of_organisation on fact_tally (organisation, day);
create index fact_tally_loose on fact_tally (organisation) where not settled;

grant select, insert, delete on standing_tally, term_tally, fact_tally to reporting_service;

-- The statement that adds lines for rows of a table of figures: of the schema place, for the rows of a query that says with n how
-- often each came (1) or went (-1).
create function tally_lines(of_table text, place text, query text) returns text
    language sql immutable as
$$
    select format(case of_table
        when 'case_standing' then
            'insert into %1$I.standing_tally (organisation, route, status, step, open_obligations, times)
             select organisation, route, status, step, open_obligations, sum(n)
               from (%2$s) x
              where valid_to is null and (status = ''OPEN'' or open_obligations <> '''')
              group by 1, 2, 3, 4, 5
             having sum(n) <> 0'
        when 'term_standing' then
            'insert into %1$I.term_tally (organisation, route, kind, state, day, half_on, at_once, times)
             select organisation, route, kind,
                    case when met_on is null then ''UNMET'' when met_on <= due_on then ''MET'' else ''LATE'' end,
                    case when met_on <= due_on then met_on else due_on end,
                    case when met_on is null then half_on else due_on end,
                    met_on is null and started_on >= due_on,
                    sum(n)
               from (%2$s) x
              where valid_to is null
              group by 1, 2, 3, 4, 5, 6, 7
             having sum(n) <> 0'
        when 'counted_fact' then
            'insert into %1$I.fact_tally (organisation, route, kind, value, days, day, times)
             select organisation, route, kind, coalesce(value, ''''), coalesce(days, -1), happened_on, sum(n)
               from (%2$s) x
              where valid_to is null and kind in (''ASSESSMENT'', ''ADVICE'', ''MELDING'', ''DEVIATION'', ''LEAD_TIME'')
              group by 1, 2, 3, 4, 5, 6
             having sum(n) <> 0'
        end, place, query)
$$;

create function tally() returns trigger
    language plpgsql as
$$
begin
    execute public.tally_lines(tg_table_name, tg_table_schema, case tg_op
        when 'INSERT' then 'select *, 1 as n from came'
        when 'DELETE' then 'select *, -1 as n from went'
        else 'select *, 1 as n from came union all select *, -1 from went'
    end);
    return null;
end
$$;

-- Which transaction last said who is accused in a case: whoever looked in a snapshot that shows it need not look again.
alter table case_view add column accused_said_by xid8 not null default '0';

create function note_accused() returns trigger
    language plpgsql as
$$
begin
    new.accused_said_by := pg_current_xact_id();
    return new;
end
$$;

-- What the tables of a schema need beside their columns and indexes. The triggers fire always, also where rows are copied in bulk.
create function count_figures(place text) returns void
    language plpgsql as
$$
declare
    of_table text;
begin
    foreach of_table in array array['case_standing', 'term_standing', 'counted_fact'] loop
        execute format(
            'create trigger tally_came after insert on %1$I.%2$I referencing new table as came
                 for each statement execute function public.tally();
             create trigger tally_went after delete on %1$I.%2$I referencing old table as went
                 for each statement execute function public.tally();
             create trigger tally_changed after update on %1$I.%2$I referencing old table as went new table as came
                 for each statement execute function public.tally();
             alter table %1$I.%2$I enable always trigger tally_came, enable always trigger tally_went,
                 enable always trigger tally_changed', place, of_table);
    end loop;
    execute format(
        'create trigger accused_came before insert on %1$I.case_view
             for each row execute function public.note_accused();
         create trigger accused_changed before update on %1$I.case_view
             for each row when (old.accused_refs is distinct from new.accused_refs) execute function public.note_accused();
         alter table %1$I.case_view enable always trigger accused_came, enable always trigger accused_changed;
         alter table %1$I.standing_tally set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
         alter table %1$I.term_tally set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
         alter table %1$I.fact_tally set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)', place);
end
$$;

-- Adds up lines of the tallies of a schema. It changes no sum; only one at a time does it, the others go on with their work.
create function settle_figures(place text, most int) returns void
    language plpgsql as
$$
declare
    name text;
    key  text;
begin
    if not pg_try_advisory_xact_lock(hashtext('settle_figures'), hashtext(place)) then
        return;
    end if;
    for name, key in
        values ('standing_tally', 'organisation, route, status, step, open_obligations'),
               ('term_tally', 'organisation, route, kind, state, day, half_on, at_once'),
               ('fact_tally', 'organisation, route, kind, value, days, day')
    loop
        execute format(
            'with loose as (
                 delete from %1$I.%2$I
                  where ctid = any (array(select ctid from %1$I.%2$I where not settled limit %5$s))
                 returning %3$s, times
             ),
             touched as materialized (select distinct %3$s from loose),
             before as (
                 delete from %1$I.%2$I s using touched
                  where s.settled and (%4$s) = (%6$s)
                 returning s.*
             )
             insert into %1$I.%2$I (%3$s, times, settled)
             select %3$s, sum(times), true
               from (select %3$s, times from loose union all select %3$s, times from before) x
              group by %3$s
             having sum(times) <> 0',
            place, name, key, regexp_replace(key, '(\w+)', 's.\1', 'g'), most, regexp_replace(key, '(\w+)', 'touched.\1', 'g'));
    end loop;
end
$$;

-- Who is an exception to what the route alone says: found by index, for they are few. Those who are named in a case: V44.
create index case_view_accused on case_view (organisation, accused_said_by);
create index case_view_unlinked on case_view (organisation) where accused_state = 'UNLINKED';
create index case_view_keeping_out on case_view (organisation) where excluded_refs <> '{}';
create index case_view_crime on case_view (organisation) where crime_suspicion;

create or replace function projection_tables() returns text[]
    language sql immutable as
$$
    select array['case_progress', 'applied_event', 'parked_record', 'case_step', 'case_obligation', 'deadline', 'case_view',
                 'case_standing', 'term_standing', 'counted_fact', 'standing_tally', 'term_tally', 'fact_tally']
$$;

-- Tables that are built anew are counted from their first row.
alter function rebuild_begin() rename to rebuild_tables;
create function rebuild_begin() returns void
    language plpgsql security definer set search_path = public, pg_catalog, pg_temp as
$$
begin
    perform rebuild_tables();
    perform count_figures('next');
end
$$;
revoke all on function rebuild_begin(), rebuild_tables(), count_figures(text) from public;
grant execute on function rebuild_begin() to reporting_service;
revoke execute on function rebuild_tables() from reporting_service;

select count_figures('public');
do $$
declare
    of_table text;
begin
    foreach of_table in array array['case_standing', 'term_standing', 'counted_fact'] loop
        execute tally_lines(of_table, 'public', format('select *, 1 as n from %I', of_table));
    end loop;
    perform settle_figures('public', 100000000);
end
$$;
