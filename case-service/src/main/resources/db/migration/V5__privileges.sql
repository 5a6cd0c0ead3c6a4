-- The service owns nothing. Whoever takes over its session can add events, but neither change nor remove one.
grant usage on schema keys to cases_service;

grant select on store_identity to cases_service;
grant select, insert on case_event to cases_service;
grant select, insert, update on case_head to cases_service;
grant select, insert, delete on case_lookup to cases_service;
grant select, insert on idempotency to cases_service;
grant select, insert on access_log to cases_service;
grant select, update on relay_checkpoint to cases_service;
grant select, insert, delete on keys.data_key to cases_service;
grant select, insert on keys.master_key_check to cases_service;
