package nl.meldspoor.cases.relay;

/** Which topic of which Kafka: a topic that was deleted and made again, or a Kafka whose data are gone, has another. */
record TopicIdentity(String clusterId, String topicId) {}
