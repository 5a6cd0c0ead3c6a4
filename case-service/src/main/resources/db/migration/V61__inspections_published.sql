-- The board is told of every inspection: the row itself is what waits to be published, so that there is none without the other.
alter table inspection add column published_at timestamptz;

create index inspection_unpublished on inspection (opened_at, inspection_id) where published_at is null;

-- The board looks back from the newest.
create index inspection_by_organisation on inspection (organisation, opened_at desc, inspection_id desc);

-- The topic on which the published ones are: another one, or one with less on it, gets all of them again.
create table inspection_topic (
    only_row    boolean  primary key default true check (only_row),
    cluster_id  text,
    topic_id    text,
    -- per partition the offset after the last record known to be there
    end_offsets bigint[] not null default '{}'
);

insert into inspection_topic default values;

grant update (published_at) on inspection to cases_service;
grant select, update on inspection_topic to cases_service;
