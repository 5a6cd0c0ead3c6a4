-- Inspections as they stood on the topic; kept, so that a record that comes again tells nobody twice. A record of a case that is not known
-- here yet waits for it: who must not be told follows from the case.
CREATE TABLE inspection_record (
    event_id     uuid PRIMARY KEY,
    case_id      uuid NOT NULL,
    organisation text NOT NULL,
    auditor_ref  text NOT NULL,
    received_at  timestamptz NOT NULL,
    told_at      timestamptz
);
CREATE INDEX inspection_record_waiting ON inspection_record (case_id) WHERE told_at IS NULL;

GRANT SELECT, INSERT ON inspection_record TO notifications_service;
GRANT UPDATE (told_at) ON inspection_record TO notifications_service;
