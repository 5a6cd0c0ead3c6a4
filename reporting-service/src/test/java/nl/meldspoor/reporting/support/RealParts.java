package nl.meldspoor.reporting.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.warnings.PublishedWarning;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** A real PostgreSQL with the tables, and a real Kafka with the topic. */
public final class RealParts implements QuarkusTestResourceLifecycleManager {

    private static final byte[] PERSON_KEY = new byte[32];
    private static final int PARTITIONS = 12;

    /** How people are named in the events of these tests. */
    public static PersonRefs refs() {
        return new PersonRefs(PERSON_KEY);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(EmbeddedParts.shared().config(Database.REPORTING));
        config.put("meldspoor.person-key", Base64.getEncoder().encodeToString(PERSON_KEY));
        config.put("meldspoor.stream.heartbeat", "1s");
        makeTopic();
        return config;
    }

    /** The topics as the other services make them; nothing when they are there. */
    public static void makeTopic() {
        makeTopic(PublishedEvent.TOPIC);
        makeTopic(PublishedWarning.TOPIC);
    }

    private static void makeTopic(String name) {
        String servers = EmbeddedParts.shared().kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // The parts go with the Java process.
    }
}
