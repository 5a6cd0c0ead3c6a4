-- Which topic of which Kafka each partition was last read from. A wiped or replaced Kafka counts offsets from nought again, in which
-- an offset of the old one may lie in the middle: then the partition is read from its beginning. What is known already is dropped.
CREATE TABLE topic_identity (
    partition  int PRIMARY KEY,
    cluster_id text NOT NULL,
    topic_id   text NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON topic_identity TO notifications_service;
