-- Who was warned of which duty or term, as the notification-service says it on meldspoor.warning-events; for the timeline. Dropped by id
-- when it comes again.
CREATE TABLE warning (
    id             uuid PRIMARY KEY,
    organisation   text NOT NULL,
    case_id        uuid NOT NULL,
    obligation     text NOT NULL,
    term_kind      text,
    due_on         date,
    rung           text NOT NULL,
    recipient_ref  text,
    recipient_role text,
    channel        text NOT NULL,
    state          text NOT NULL,
    at             timestamptz NOT NULL
);
CREATE INDEX warning_of_case ON warning (case_id, at, id);

GRANT SELECT, INSERT ON warning TO reporting_service;
