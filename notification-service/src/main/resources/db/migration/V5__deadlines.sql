-- Rungs of deadlines as they stood on the topic; kept, so that a record that comes again tells nobody twice. A record of a case that is
-- not known here yet waits for it: who must be told follows from the case.
CREATE TABLE deadline_record (
    event_id     uuid PRIMARY KEY,
    case_id      uuid NOT NULL,
    organisation text NOT NULL,
    obligation   text NOT NULL,
    term_kind    text NOT NULL,
    due_on       date NOT NULL,
    rung         text NOT NULL,
    happening    text NOT NULL CHECK (happening IN ('APPROACHED', 'MISSED', 'MET')),
    received_at  timestamptz NOT NULL,
    told_at      timestamptz
);
CREATE INDEX deadline_record_waiting ON deadline_record (case_id) WHERE told_at IS NULL;

GRANT SELECT, INSERT ON deadline_record TO notifications_service;
GRANT UPDATE (told_at) ON deadline_record TO notifications_service;

-- More than one topic is read now.
ALTER TABLE topic_identity ADD COLUMN topic text NOT NULL DEFAULT 'meldspoor.case-events';
ALTER TABLE topic_identity ALTER COLUMN topic DROP DEFAULT;
ALTER TABLE topic_identity DROP CONSTRAINT topic_identity_pkey;
ALTER TABLE topic_identity ADD PRIMARY KEY (topic, partition);
