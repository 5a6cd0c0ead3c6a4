-- For an operator: forgets what is known of a parked case, so that it is read anew when the case-service sends it again
-- (meldspoor_resend there). False: nothing was ever heard of the case. What was told stays told, and is not told again: a
-- notification is named by its event. Who was kept out of the case stays out until it is read anew.
CREATE FUNCTION meldspoor_release(released uuid) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM case_progress WHERE case_id = released FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM held_record WHERE case_id = released;
    DELETE FROM case_event WHERE case_id = released;
    UPDATE case_progress SET last_sequence = 0, parked = NULL, parked_since = NULL WHERE case_id = released;
    RETURN true;
END
$$;

REVOKE ALL ON FUNCTION meldspoor_release(uuid) FROM public;
