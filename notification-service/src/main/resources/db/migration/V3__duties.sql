-- What a notification is about beside the case: the duties that arose, or the term that runs out. Codes and dates only.
ALTER TABLE notification
    ADD COLUMN obligations text[] NOT NULL DEFAULT '{}',
    ADD COLUMN urgent boolean NOT NULL DEFAULT false,
    ADD COLUMN term_kind text,
    ADD COLUMN due_on date,
    ADD COLUMN rung text;
