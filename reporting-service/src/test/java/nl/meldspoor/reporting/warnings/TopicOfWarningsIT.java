package nl.meldspoor.reporting.warnings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.warnings.PublishedWarning;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.RealParts;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** An offset is believed only on the topic it was counted on. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class TopicOfWarningsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long COMMITTED = 5;

    @Inject
    @Identifier("topic-identity")
    KafkaConsumerRebalanceListener identity;

    @Inject
    Pool pool;

    @Test
    void aPartitionIsReadFromItsBeginningOnceAndAgainOnlyWhenItIsOfAnotherTopic() {
        // given: partitions that the service itself does not read
        int number = UUID.randomUUID().hashCode() >>> 1 | 0x1000;
        TopicPartition one = new TopicPartition(PublishedWarning.TOPIC, number);
        TopicPartition other = new TopicPartition(PublishedWarning.TOPIC, number ^ 1);

        // then: nobody knows them yet
        assertThat(positions(one, other)).containsExactly(0L, 0L);
        // known: offsets are believed, of every one
        assertThat(positions(one, other)).containsExactly(COMMITTED, COMMITTED);

        // when one of them was read on a Kafka that was wiped since
        pool.preparedQuery("update topic_identity set cluster_id = 'a Kafka of before' where topic = $1 and partition = $2")
                .execute(Tuple.of(other.topic(), other.partition()))
                .await()
                .atMost(SOON);

        // then
        assertThat(positions(one, other)).containsExactly(COMMITTED, 0L);
        assertThat(positions(one, other)).containsExactly(COMMITTED, COMMITTED);
    }

    @Test
    void theConsumerOfWarningsAsksForIt() {
        assertThat(ConfigProvider.getConfig().getValue("mp.messaging.incoming.warning-events.consumer-rebalance-listener.name", String.class))
                .isEqualTo(ConfigProvider.getConfig()
                        .getValue("mp.messaging.incoming.case-events.consumer-rebalance-listener.name", String.class));
    }

    /** Where a consumer goes on that was given these partitions. */
    private List<Long> positions(TopicPartition... partitions) {
        try (MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest")) {
            consumer.assign(List.of(partitions));
            for (TopicPartition partition : partitions) {
                consumer.updateBeginningOffsets(Map.of(partition, 0L));
                consumer.seek(partition, COMMITTED);
            }
            identity.onPartitionsAssigned(consumer, List.of(partitions));
            return List.of(partitions).stream().map(consumer::position).toList();
        }
    }
}
