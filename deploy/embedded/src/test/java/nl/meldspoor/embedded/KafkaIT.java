package nl.meldspoor.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The embedded Kafka carries records, keeps them when killed, forgets them when wiped. */
class KafkaIT {

    private static EmbeddedParts parts;
    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        parts = EmbeddedParts.fresh();
        kafka = parts.kafka();
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    @Test
    void keepsRecordsWhenKilledAndForgetsThemWhenWiped() throws Exception {
        // given
        createTopic("kept");
        send("kept", "before");
        var clusterId = clusterId();

        // when
        kafka.kill();
        kafka.start();
        send("kept", "after");

        // then
        assertThat(read("kept", 2)).containsExactly("before", "after");
        assertThat(clusterId()).isEqualTo(clusterId);

        // and when
        kafka.wipe();
        kafka.start();

        // then
        assertThat(clusterId()).isNotEqualTo(clusterId);
        try (var admin = Admin.create(clientSettings())) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void makesNoTopicsByItself() {
        assertThatThrownBy(() -> {
                    try (var admin = Admin.create(clientSettings())) {
                        admin.describeTopics(List.of("never-made")).allTopicNames().get();
                    }
                })
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }

    private static Map<String, Object> clientSettings() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static String clusterId() throws Exception {
        try (var admin = Admin.create(clientSettings())) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void createTopic(String topic) throws Exception {
        try (var admin = Admin.create(clientSettings())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(String topic, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(clientSettings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> read(String topic, int count) {
        var values = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(clientSettings(), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
