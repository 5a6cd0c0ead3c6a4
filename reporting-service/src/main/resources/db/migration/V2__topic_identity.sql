-- Of which Kafka and which topic the consumed offsets are. A wiped Kafka counts its offsets from nought again: then the
-- partition is read from its beginning, and what was applied before is dropped by its event id.
create table topic_identity (
    partition  int primary key,
    cluster_id text not null,
    topic_id   text not null
);

grant select, insert, update on topic_identity to reporting_service;
