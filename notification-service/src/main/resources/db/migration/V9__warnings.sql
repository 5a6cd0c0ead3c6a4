-- Who was warned of which duty or term, by which way, and how far it came: one row per step, never changed, written by the same statement
-- that takes the step, whoever writes it. Also the outbox of meldspoor.warning-events.
CREATE TABLE warning (
    position       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id             uuid NOT NULL UNIQUE,
    organisation   text NOT NULL,
    case_id        uuid NOT NULL REFERENCES case_progress,
    obligation     text NOT NULL,
    term_kind      text,
    due_on         date,
    rung           text NOT NULL,
    recipient_ref  text,
    recipient_role text,
    channel        text NOT NULL CHECK (channel IN ('INBOX', 'EMAIL', 'WEBHOOK')),
    state          text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'DELIVERED', 'READ', 'FAILED')),
    at             timestamptz NOT NULL,
    published_at   timestamptz
);
CREATE INDEX warning_of_case ON warning (case_id, position);
CREATE INDEX warning_unpublished ON warning (position) WHERE published_at IS NULL;

GRANT SELECT, INSERT ON warning TO notifications_service;
GRANT UPDATE (published_at) ON warning TO notifications_service;

-- One step of the warnings that a notification is. n: the notification; who: the person, null for the addressee itself.
CREATE FUNCTION note_warning(n notification, who text, by_channel text, reached text, moment timestamptz)
RETURNS void LANGUAGE sql AS $$
    INSERT INTO warning (id, organisation, case_id, obligation, term_kind, due_on, rung, recipient_ref, recipient_role, channel, state, at)
    SELECT md5(concat_ws('|', n.id, o.obligation, by_channel, reached, who))::uuid,
           n.organisation, n.case_id, o.obligation, n.term_kind, n.due_on, coalesce(n.rung, 'AROSE'),
           coalesce(who, CASE WHEN n.addressee LIKE 'person/%' THEN split_part(n.addressee, '/', 3) END),
           CASE WHEN n.addressee LIKE 'role/%' THEN split_part(n.addressee, '/', 3) END,
           by_channel, reached, moment
    FROM unnest(n.obligations) AS o(obligation)
    ON CONFLICT (id) DO NOTHING
$$;

CREATE FUNCTION warn_in_inbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_warning(NEW, NULL, 'INBOX', 'DELIVERED', NEW.created_at);
    RETURN NULL;
END $$;
CREATE TRIGGER warn_in_inbox AFTER INSERT ON notification
    FOR EACH ROW WHEN (cardinality(NEW.obligations) > 0) EXECUTE FUNCTION warn_in_inbox();

CREATE FUNCTION warning_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_warning(n, NEW.reader_ref, 'INBOX', 'READ', NEW.read_at) FROM notification n WHERE n.id = NEW.notification_id;
    RETURN NULL;
END $$;
CREATE TRIGGER warning_read AFTER INSERT ON read_mark FOR EACH ROW EXECUTE FUNCTION warning_read();

CREATE FUNCTION warning_by_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_warning(n, NEW.person_ref, 'EMAIL', NEW.state, coalesce(NEW.settled_at, NEW.created_at))
    FROM notification n WHERE n.id = NEW.notification_id;
    RETURN NULL;
END $$;
CREATE TRIGGER warning_by_mail AFTER INSERT OR UPDATE OF state ON mail_delivery
    FOR EACH ROW WHEN (NEW.state IN ('WAITING', 'SENT', 'FAILED')) EXECUTE FUNCTION warning_by_mail();

-- Outside it is one event, however many were told: one step per duty.
CREATE FUNCTION warning_by_webhook() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO warning (id, organisation, case_id, obligation, term_kind, due_on, rung, recipient_ref, recipient_role, channel, state, at)
    SELECT DISTINCT md5(concat_ws('|', NEW.id, o.obligation, NEW.state))::uuid,
           n.organisation, n.case_id, o.obligation, n.term_kind, n.due_on, coalesce(n.rung, 'AROSE'), NULL, 'integration', 'WEBHOOK',
           CASE NEW.state WHEN 'DEAD' THEN 'FAILED' ELSE 'DELIVERED' END, NEW.settled_at
    FROM outgoing_event e
    JOIN notification n ON n.event_id = e.told_event_id AND n.kind = e.kind
    CROSS JOIN LATERAL unnest(n.obligations) AS o(obligation)
    WHERE e.id = NEW.event_id
    ON CONFLICT (id) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER warning_by_webhook AFTER UPDATE OF state ON webhook_delivery
    FOR EACH ROW WHEN (NEW.state IN ('DELIVERED', 'DEAD')) EXECUTE FUNCTION warning_by_webhook();
