-- Rotation of the master key wraps the same data keys anew; the service can replace a wrapping, as it can delete one, and nothing else of a key.
grant update (wrapped) on keys.data_key to cases_service;
grant update (sealed) on keys.master_key_check to cases_service;
