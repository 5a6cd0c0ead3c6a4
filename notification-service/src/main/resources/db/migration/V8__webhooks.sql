-- What is told outside by webhook, in the order in which it was told here: one row per event and kind, however many people were told.
CREATE TABLE outgoing_event (
    id           uuid PRIMARY KEY,
    position     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    -- of the case event or deadline event that was told
    told_event_id uuid NOT NULL,
    organisation text NOT NULL,
    case_id      uuid NOT NULL REFERENCES case_progress,
    kind         text NOT NULL,
    route        text NOT NULL,
    urgent       boolean NOT NULL,
    created_at   timestamptz NOT NULL
);
CREATE INDEX outgoing_event_replay ON outgoing_event (organisation, position);

CREATE TABLE webhook_subscription (
    id              uuid PRIMARY KEY,
    organisation    text NOT NULL,
    url             text NOT NULL,
    description     text,
    -- empty: all
    kinds           text[] NOT NULL,
    routes          text[] NOT NULL,
    created_by_ref  text NOT NULL,
    state           text NOT NULL CHECK (state IN ('ACTIVE', 'DISABLED')),
    disabled_reason text,
    created_at      timestamptz NOT NULL,
    deleted_at      timestamptz,
    -- one sender at a time, so that the order holds
    leased_until    timestamptz
);
CREATE INDEX webhook_subscription_of ON webhook_subscription (organisation, created_at, id) WHERE deleted_at IS NULL;

-- While a secret is being replaced the old one signs, too.
CREATE TABLE webhook_secret (
    id              uuid PRIMARY KEY,
    subscription_id uuid NOT NULL REFERENCES webhook_subscription,
    sealed          bytea NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz
);
CREATE INDEX webhook_secret_of ON webhook_secret (subscription_id, created_at DESC);

CREATE TABLE webhook_delivery (
    id              uuid PRIMARY KEY,
    subscription_id uuid NOT NULL REFERENCES webhook_subscription,
    event_id        uuid NOT NULL REFERENCES outgoing_event,
    -- place in this subscriber's queue: the position of the event, for what is sent again a new one
    place           bigint NOT NULL,
    -- SKIPPED: the case may not be told outside (any more)
    state           text NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'DEAD', 'SKIPPED')),
    attempts        int NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    problem         text,
    status          int,
    took_millis     int,
    created_at      timestamptz NOT NULL,
    settled_at      timestamptz,
    alarmed_at      timestamptz
);
CREATE INDEX webhook_delivery_queue ON webhook_delivery (subscription_id, place, id) WHERE state = 'WAITING';
CREATE INDEX webhook_delivery_troubled ON webhook_delivery (created_at) WHERE state = 'DEAD' OR state = 'WAITING' AND attempts > 0;
CREATE INDEX webhook_delivery_log ON webhook_delivery (subscription_id, created_at DESC, id);

GRANT SELECT, INSERT ON outgoing_event TO notifications_service;
GRANT SELECT, INSERT, UPDATE ON webhook_subscription, webhook_secret, webhook_delivery TO notifications_service;
GRANT DELETE ON webhook_secret TO notifications_service;
