package nl.meldspoor.cases.relay;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.cases.store.AppendResult;
import nl.meldspoor.cases.store.Commands;
import nl.meldspoor.cases.store.StoreFixture;
import nl.meldspoor.cases.store.Waiting;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedKafka;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.embedded.EmbeddedPostgres;
import nl.meldspoor.events.PublishedEvent;
import org.apache.kafka.clients.admin.Admin;

/** A store, a Kafka and relays between them, apart from all other tests: these kill and wipe. */
final class RelayFixture implements AutoCloseable {

    static final String SOURCE = "urn:nld:kvknr:12345678:systeem:meldspoor";

    final EmbeddedParts parts;
    final EmbeddedPostgres postgres;
    final EmbeddedKafka kafka;
    final StoreFixture store;
    final TopicLog topic;
    private final List<Relay> relays = new ArrayList<>();

    RelayFixture() {
        this(EmbeddedParts.fresh());
    }

    RelayFixture(EmbeddedParts parts) {
        this.parts = parts;
        this.postgres = parts.postgres(Database.CASES);
        this.kafka = parts.kafka();
        this.store = StoreFixture.on(postgres);
        this.topic = new TopicLog(kafka.bootstrapServers(), PublishedEvent.TOPIC);
    }

    RelaySettings settings(Duration lease) {
        return new RelaySettings(kafka.bootstrapServers(), PublishedEvent.TOPIC, SOURCE, (short) 1, lease, 200);
    }

    Relay relay() {
        return relay(Duration.ofSeconds(12));
    }

    Relay relay(Duration lease) {
        Relay relay = new Relay(store.database(), settings(lease));
        relays.add(relay);
        relay.start();
        return relay;
    }

    UUID openCase() {
        UUID caseId = UUID.randomUUID();
        append(store.events().append(Commands.open(caseId)));
        return caseId;
    }

    void signal(UUID caseId) {
        append(store.events().append(Commands.record(store.events().load(caseId).orElseThrow(), "planted description")));
    }

    private static void append(AppendResult result) {
        if (!(result instanceof AppendResult.Appended)) {
            throw new AssertionError("expected stored, but was " + result);
        }
    }

    /** What is stored: the event ids of each case in order. */
    Map<UUID, List<UUID>> stored() {
        Map<UUID, List<UUID>> byCase = new LinkedHashMap<>();
        store.rows("select case_id, event_id from case_event order by case_id, sequence")
                .forEach(r -> byCase.computeIfAbsent((UUID) r.get("case_id"), c -> new ArrayList<>()).add((UUID) r.get("event_id")));
        return byCase;
    }

    /** Until consumers have exactly what is stored, in order. */
    void untilAllIsConsumed() {
        Map<UUID, List<UUID>> stored = stored();
        Waiting.until(() -> topic.asConsumed().equals(stored));
    }

    /** As new: no relays, no events, no topic. Only a superuser can, who takes the guard of the events away for it. */
    void empty() throws Exception {
        stopRelays();
        kafka.start();
        try (Connection superuser = store.superuser()) {
            superuser.createStatement().execute("""
                    alter table case_event disable trigger case_event_refuses_change;
                    truncate case_event, case_head, case_lookup, idempotency, keys.data_key;
                    alter table case_event enable always trigger case_event_refuses_change;
                    update store_identity set epoch = 1;
                    update relay_checkpoint
                    set holder = null, lease_until = '-infinity', epoch = 0, transaction_id = '0', position = 0, cluster_id = null,
                        topic_id = null, end_offsets = '{}'
                    """);
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            if (admin.listTopics().names().get().contains(PublishedEvent.TOPIC)) {
                admin.deleteTopics(List.of(PublishedEvent.TOPIC)).all().get();
            }
        }
    }

    void stopRelays() {
        relays.forEach(Relay::close);
        relays.clear();
    }

    @Override
    public void close() {
        stopRelays();
        store.close();
        parts.close();
    }
}
