package nl.meldspoor.notifications;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.deadlines.PublishedDeadline;
import nl.meldspoor.events.inspections.PublishedInspection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** PostgreSQL with our tables, Kafka with the topic as the case-service makes it, and the key for person references. */
public class RealParts implements QuarkusTestResourceLifecycleManager {

    /** So long mail waits for what is told at the same moment. */
    public static final Duration GATHER_FOR = Duration.ofMillis(200);

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(EmbeddedParts.shared().config(Database.NOTIFICATIONS));
        config.put("meldspoor.person-key", Base64.getEncoder().encodeToString(CaseOnTopic.PERSON_KEY));
        config.put("quarkus.http.test-port", "0");
        config.put("meldspoor.stream.heartbeat", "1s");
        config.put("meldspoor.contact-key", Base64.getEncoder().encodeToString(CaseOnTopic.CONTACT_KEY));
        config.put("meldspoor.delivery.interval-millis", "100");
        config.put("meldspoor.mail.enabled", "true");
        config.put("meldspoor.mail.allowed-domains", "zorg.example,elders.example");
        config.put("meldspoor.mail.answer-within", "5s");
        config.put("meldspoor.mail.gather-for", GATHER_FOR.toString());
        config.put("meldspoor.webhooks.allow-http", "true");
        config.put("meldspoor.webhooks.allow-private-addresses", "true");
        config.put("meldspoor.webhooks.answer-within-millis", "3000");
        config.put("meldspoor.web-url", "https://meldspoor.zorg.example/");
        config.put("quarkus.mailer.host", "127.0.0.1");
        config.put("quarkus.mailer.port", Integer.toString(MailServer.port()));
        makeTopic(config.get("kafka.bootstrap.servers"));
        return config;
    }

    /** The topics, unless they are there. */
    public static void makeTopic(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (String name : List.of(PublishedEvent.TOPIC, PublishedDeadline.TOPIC, PublishedInspection.TOPIC)) {
                make(admin, new NewTopic(name, 12, (short) 1).configs(Map.of("retention.ms", "-1")));
            }
        }
    }

    private static void make(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("no topic", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topic was made", e);
        }
    }

    @Override
    public void stop() {
        // the parts go with the Java process
    }
}
