-- Asked for again while the case is being sent: then it is sent once more, for who asked may have forgotten what came before. The relay
-- takes away the request that it has met and no newer one.
create or replace function meldspoor_resend(wanted uuid) returns bigint
    language sql as
$$
    insert into resend_request (case_id)
    select distinct e.case_id from case_event e where e.case_id = wanted
    on conflict (case_id) do update set requested_at = clock_timestamp();
    select count(*) from case_event e where e.case_id = wanted;
$$;
