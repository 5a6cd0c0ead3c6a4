-- What decides who may reach a case, as the other services have it. Filled for older cases when the service starts.
ALTER TABLE case_progress
    ADD COLUMN route text CHECK (route IN ('MELDCODE', 'CARE_RELATION')),
    ADD COLUMN unit text,
    ADD COLUMN opened_by_ref text,
    ADD COLUMN handler_ref text,
    ADD COLUMN received_by_refs text[] NOT NULL DEFAULT '{}',
    ADD COLUMN assigned_refs text[] NOT NULL DEFAULT '{}',
    ADD COLUMN accused_named boolean NOT NULL DEFAULT false,
    ADD COLUMN crime_suspicion boolean NOT NULL DEFAULT false;
CREATE INDEX case_progress_without_reach ON case_progress (case_id) WHERE route IS NULL;
