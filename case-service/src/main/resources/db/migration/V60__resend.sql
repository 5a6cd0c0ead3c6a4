-- Cases whose events an operator wants on Kafka once more: a consumer misses one, or was told to forget what it has of a case.
-- The relay sends them and takes the request away; consumers drop by event id what they have.
create table resend_request (
    case_id      uuid        primary key,
    requested_at timestamptz not null default clock_timestamp()
);

grant select, delete on resend_request to cases_service;

-- For an operator. How many events will be sent; 0: there is no such case.
create function meldspoor_resend(wanted uuid) returns bigint
    language sql as
$$
    insert into resend_request (case_id)
    select distinct e.case_id from case_event e where e.case_id = wanted
    on conflict do nothing;
    select count(*) from case_event e where e.case_id = wanted;
$$;

revoke all on function meldspoor_resend(uuid) from public;
