-- A place in the order in which notifications became visible, so that a stream that resumes misses none: positions are given out before
-- their transactions end. Read with transaction_id < pg_snapshot_xmin(pg_current_snapshot()).
ALTER TABLE notification ADD COLUMN transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX notification_arrival ON notification (transaction_id, position);
CREATE INDEX notification_arrival_for ON notification (addressee, transaction_id, position);
