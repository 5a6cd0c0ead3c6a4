-- Notification-service: what is known of each case, who was told what, who read it.
-- Owned by notifications_owner; the service signs in as notifications_service and owns nothing.
-- No column holds a name, a user name or free text: people are keyed hashes (personRef, accused hash).

-- One row per case, also the lock that keeps two intakes of the same case apart.
CREATE TABLE case_progress (
    case_id       uuid PRIMARY KEY,
    organisation  text NOT NULL,
    last_sequence bigint NOT NULL DEFAULT 0,
    excluded_refs text[] NOT NULL DEFAULT '{}',
    accused_unlinked boolean NOT NULL DEFAULT false,
    accused_refs  text[] NOT NULL DEFAULT '{}',
    parked        text CHECK (parked IN ('GAP', 'FORK', 'UNREADABLE')),
    parked_since  timestamptz,
    CHECK ((parked IS NULL) = (parked_since IS NULL))
);
CREATE INDEX case_progress_parked ON case_progress (parked) WHERE parked IS NOT NULL;

-- The events applied, as they stood on the topic: 1, 2, 3 … without holes. Kept, because a repeated or conflicting record can only be
-- told apart from a new one by what is known here, and because who may know of a case follows from all its events.
CREATE TABLE case_event (
    case_id  uuid NOT NULL REFERENCES case_progress,
    sequence bigint NOT NULL CHECK (sequence > 0),
    event_id uuid NOT NULL,
    source   text NOT NULL,
    value    bytea NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

-- Records of a parked case, until the gap fills or somebody has looked at the fork.
CREATE TABLE held_record (
    case_id  uuid NOT NULL REFERENCES case_progress,
    sequence bigint NOT NULL CHECK (sequence > 0),
    event_id uuid NOT NULL,
    hash     text NOT NULL,
    source   text NOT NULL,
    value    bytea NOT NULL,
    held_since timestamptz NOT NULL,
    PRIMARY KEY (case_id, sequence, event_id, hash)
);

-- Records that are no case event at all; kept as they came for somebody to look at.
CREATE TABLE unreadable_record (
    id         uuid PRIMARY KEY,
    record_key bytea,
    headers    bytea NOT NULL,
    value      bytea,
    held_since timestamptz NOT NULL
);

-- One row per event, kind and recipient. id = UUIDv5 of these.
CREATE TABLE notification (
    id            uuid PRIMARY KEY,
    position      bigint GENERATED ALWAYS AS IDENTITY,
    event_id      uuid NOT NULL,
    case_id       uuid NOT NULL REFERENCES case_progress,
    organisation  text NOT NULL,
    kind          text NOT NULL,
    addressee     text NOT NULL,  -- key of the recipient: region/noord, role/de-linde/supervisor/Team+Oost, person/de-linde/<ref>
    melding_id    uuid,
    caused_by_ref text NOT NULL,
    created_at    timestamptz NOT NULL
);
CREATE INDEX notification_inbox ON notification (addressee, created_at DESC, position DESC);
CREATE INDEX notification_event ON notification (event_id, kind);

-- Who read it. A notification to a role is read by each holder for himself.
CREATE TABLE read_mark (
    notification_id uuid NOT NULL REFERENCES notification,
    reader_ref      text NOT NULL,
    read_at         timestamptz NOT NULL,
    PRIMARY KEY (notification_id, reader_ref)
);

-- The door: whether a case must stay invisible to a reader, whatever he was told before. True for who is the accused or is excluded,
-- and, while the accused is unlinked, for everybody but report-team and board.
-- accused_user, inner_pad, outer_pad: HMAC-SHA-256 of 'case id|user name' under the organisation's key, computed per case (RFC 2104).
CREATE FUNCTION hidden_from(
    c case_progress, reader_ref text, roles text[], accused_user text, inner_pad bytea, outer_pad bytea)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT reader_ref = ANY (c.excluded_refs)
        OR (c.accused_unlinked AND NOT roles && ARRAY['report-team', 'board'])
        OR (cardinality(c.accused_refs) > 0
            AND encode(sha256(outer_pad || sha256(inner_pad || convert_to(c.case_id::text || '|' || accused_user, 'UTF8'))), 'hex')
                = ANY (c.accused_refs))
$$;

GRANT USAGE ON SCHEMA public TO notifications_service;
GRANT SELECT, INSERT, UPDATE ON case_progress TO notifications_service;
GRANT SELECT, INSERT ON case_event, unreadable_record, notification, read_mark TO notifications_service;
GRANT SELECT, INSERT, DELETE ON held_record TO notifications_service;
