-- How a person wants to hear, and the inbox keys his token opened when he last came: without a directory of people this is how a
-- notification for a role finds the mailboxes of those who hold it. The address and the user name are sealed.
CREATE TABLE notification_settings (
    person_ref     text PRIMARY KEY,
    language       text NOT NULL CHECK (language IN ('nl', 'en')),
    quiet_from     time,
    quiet_until    time,
    digest_at      time,
    mail_on        boolean NOT NULL,
    sealed_contact bytea,
    organisation   text,
    capacities     text[] NOT NULL,
    roles          text[] NOT NULL,
    updated_at     timestamptz NOT NULL,
    CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
    CHECK (NOT mail_on OR sealed_contact IS NOT NULL)
);
CREATE INDEX notification_settings_capacities ON notification_settings USING gin (capacities) WHERE mail_on;

-- One row per notification and mailbox. Several that are due at once travel in one message.
CREATE TABLE mail_delivery (
    id              uuid PRIMARY KEY,
    notification_id uuid NOT NULL REFERENCES notification,
    person_ref      text NOT NULL,
    urgent          boolean NOT NULL,
    -- WITHDRAWN: he may not know of the case (any more), or wants no mail (any more)
    state           text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'READ_BEFORE', 'WITHDRAWN', 'FAILED')),
    attempts        int NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    leased_until    timestamptz,
    problem         text,
    created_at      timestamptz NOT NULL,
    settled_at      timestamptz,
    alarmed_at      timestamptz,
    UNIQUE (notification_id, person_ref)
);
CREATE INDEX mail_delivery_due ON mail_delivery (next_attempt_at) WHERE state = 'WAITING';
CREATE INDEX mail_delivery_waiting_of ON mail_delivery (person_ref) WHERE state = 'WAITING';
CREATE INDEX mail_delivery_urgent ON mail_delivery (created_at) WHERE urgent AND state IN ('WAITING', 'FAILED');

GRANT SELECT, INSERT, UPDATE ON notification_settings, mail_delivery TO notifications_service;
