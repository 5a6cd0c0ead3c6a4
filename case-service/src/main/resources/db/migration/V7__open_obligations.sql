-- What the list of cases tells beside the head, written by the append, so that no case is read to list it.
alter table case_head
    add column open_obligations text[] not null default '{}',
    -- the catalogue of obligations they follow from; under another catalogue they are derived again when the case is listed
    add column obligations_by text not null default '';

create index case_head_by_open_obligation on case_head using gin (open_obligations);
