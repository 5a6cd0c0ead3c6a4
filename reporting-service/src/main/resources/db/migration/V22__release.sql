-- For an operator: forgets what is known of a parked case, so that it is read anew when the case-service sends it again
-- (meldspoor_resend there). False: nothing was ever heard of the case. The row lock keeps a running batch out.
create function meldspoor_release(released uuid) returns boolean
    language plpgsql as
$$
begin
    perform from case_progress where case_id = released for update;
    if not found then
        return false;
    end if;
    delete from parked_record where case_id = released;
    delete from applied_event where case_id = released;
    delete from case_standing where case_id = released;
    delete from term_standing where case_id = released;
    delete from counted_fact  where case_id = released;
    delete from case_view     where case_id = released;
    update case_progress
       set last_sequence = 0, last_hash = null, parked_reason = null, parked_at_sequence = null, parked_since = null
     where case_id = released;
    return true;
end
$$;

revoke all on function meldspoor_release(uuid) from public;
