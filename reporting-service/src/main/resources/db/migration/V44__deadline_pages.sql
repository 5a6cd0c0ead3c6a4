-- A page of deadlines is read in its order from one index, whatever is asked for: so what narrows a list down stands on the deadline
-- itself, and each index begins with it and ends with the order. standing does not change by the passing of a day.
alter table deadline
    add column route           text,
    add column unit            text,
    add column crime_suspicion boolean,
    add column standing        text;
update deadline d
   set route           = c.route,
       unit            = c.unit,
       crime_suspicion = c.crime_suspicion,
       standing        = case when d.met_on is null then 'UNMET' when d.met_on > d.due_on then 'MET_LATE' else 'MET' end
  from case_view c
 where c.case_id = d.case_id;
alter table deadline
    alter column route set not null,
    alter column unit set not null,
    alter column crime_suspicion set not null,
    alter column standing set not null,
    add constraint deadline_standing check (standing in ('UNMET', 'MET_LATE', 'MET'));

drop index deadline_met;
create index deadline_of_route on deadline (organisation, route, standing, due_on, half_on, case_id, ordinal);
create index deadline_of_kind on deadline (organisation, route, kind, standing, due_on, half_on, case_id, ordinal);
-- the kind last: it is looked at there without reading the row
create index deadline_of_unit on deadline (organisation, route, unit, standing, due_on, half_on, case_id, ordinal, kind);
create index deadline_with_crime on deadline (organisation, standing, due_on, half_on, case_id, ordinal, kind, unit) where crime_suspicion;

-- The cases of somebody who sees none but those that name him.
create index case_view_opened_by on case_view (organisation, opened_by_ref);
create index case_view_handled_by on case_view (organisation, handler_ref);
create index case_view_received_by on case_view using gin (received_by_refs) where received_by_refs <> '{}';
create index case_view_assigned_to on case_view using gin (assigned_refs) where assigned_refs <> '{}';
