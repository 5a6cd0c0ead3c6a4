-- Whoever sees all cases of a route sees nearly all of them: with the route beside each row, the figures of an organisation need
-- no join with every case, only with the few that are an exception for the caller.
alter table term_standing add column route text;
alter table counted_fact  add column route text;
update term_standing t set route = c.route from case_view c where c.case_id = t.case_id;
update counted_fact  t set route = c.route from case_view c where c.case_id = t.case_id;
alter table term_standing alter column route set not null;
alter table counted_fact  alter column route set not null;

-- Open obligations as one text, with a space between: figures are grouped by them, and a text is hashed five times as fast as an array.
alter table case_standing alter column open_obligations type text using array_to_string(open_obligations, ' ');

drop index case_standing_of_organisation, term_standing_of_organisation, counted_fact_of_organisation;
create index case_standing_counted on case_standing (organisation)
    include (case_id, route, status, step, open_obligations)
    where valid_to is null and (status = 'OPEN' or open_obligations <> '');
create index case_standing_of_organisation on case_standing (organisation) where valid_to is null;
create index term_standing_unmet on term_standing (organisation)
    include (case_id, route, kind, started_on, half_on, due_on) where valid_to is null and met_on is null;
create index term_standing_met on term_standing (organisation, met_on)
    include (case_id, route, kind, due_on) where valid_to is null and met_on is not null;
create index counted_fact_of_organisation on counted_fact (organisation, kind, happened_on)
    include (case_id, route, value, days) where valid_to is null;
