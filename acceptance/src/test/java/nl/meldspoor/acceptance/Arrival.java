package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.LIAISON_NOORD;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import nl.meldspoor.events.proof.HashChain;

/** What must hold of everything that was accepted, whatever broke meanwhile. */
final class Arrival {

    static final Duration CAUGHT_UP = Duration.ofSeconds(90);

    private Arrival() {}

    /** Accepted = stored = published = reported = told, the chain whole. The flow must be at rest. */
    static void assertOnceAndInOrder(Flow flow) {
        assertThat(flow.surprises()).isEmpty();
        assertThat(flow.writers().stream().mapToInt(Writer::refused).sum()).isPositive();
        for (Writer writer : flow.writers()) {
            List<JsonNode> events = writer.file().events();
            assertStored(writer, events);
            assertChained(writer, events);
            await().atMost(CAUGHT_UP).untilAsserted(() -> assertPublished(writer, events));
            await().atMost(CAUGHT_UP).untilAsserted(() -> assertReported(writer, events));
            await().atMost(CAUGHT_UP).untilAsserted(() -> assertTold(writer));
        }
    }

    private static void assertStored(Writer writer, List<JsonNode> events) {
        assertThat(sequences(events)).isEqualTo(oneTo(writer.accepted().size() + 1));
        assertThat(events.stream().skip(1).map(e -> Instant.parse(e.get("occurredAt").asText())).toList())
                .isEqualTo(writer.accepted());
        assertThat(events.stream().map(e -> Instant.parse(e.get("recordedAt").asText())).toList()).isSorted();
        assertThat(writer.file().version()).isEqualTo(events.size());
    }

    /** Recomputed from the proof alone. */
    private static void assertChained(Writer writer, List<JsonNode> events) {
        JsonNode proof = AUDITOR.get(writer.file().path() + "/proof").expect(200).json();
        List<HashChain.Link> links = new ArrayList<>();
        proof.get("events").forEach(e -> links.add(new HashChain.Link(
                e.get("sequence").asInt(),
                e.get("previousHash").isNull() ? null : e.get("previousHash").asText(),
                e.get("canonical").asText(),
                e.get("hash").asText())));
        assertThat(HashChain.firstBroken(links)).isEmpty();
        assertThat(links.stream().map(HashChain.Link::hash).toList()).isEqualTo(events.stream().map(e -> e.get("hash").asText()).toList());
    }

    /** The topic may hold a record twice, as the consumers expect, but never another one, and in order when it comes first. */
    private static void assertPublished(Writer writer, List<JsonNode> events) {
        Map<Long, Topic.Message> first = new LinkedHashMap<>();
        for (Topic.Message message : Topic.of(writer.file())) {
            Topic.Message known = first.putIfAbsent(message.sequence(), message);
            if (known != null) {
                assertThat(message.value()).isEqualTo(known.value());
                assertThat(message.headers().get("ce_id")).isEqualTo(known.headers().get("ce_id"));
            }
        }
        assertThat(new ArrayList<>(first.keySet())).isEqualTo(oneTo(events.size()));
        assertThat(first.values().stream().map(m -> m.headers().get("ce_id")).toList())
                .isEqualTo(events.stream().map(e -> e.get("id").asText()).toList());
        assertThat(first.values().stream().map(m -> m.body().json().get("hash").asText()).toList())
                .isEqualTo(events.stream().map(e -> e.get("hash").asText()).toList());
    }

    private static void assertReported(Writer writer, List<JsonNode> events) {
        Answer timeline = PROFESSIONAL.get(Service.REPORTING, writer.file().path() + "/timeline").expect(200);
        List<JsonNode> items = new ArrayList<>();
        timeline.at("/events").forEach(items::add);
        assertThat(sequences(items)).isEqualTo(oneTo(events.size()));
    }

    /** Each rung of each deadline of that case was said by one event, however often the day it is said on came and went. */
    static void assertSaidOnce(CaseFile file) {
        List<Topic.Message> said = Topic.of(Topic.DEADLINE_EVENTS, file);
        assertThat(said).isNotEmpty();
        Map<String, Set<String>> eventsOfRungs = said.stream()
                .collect(groupingBy(m -> rung(m.body().json()), mapping(m -> m.headers().get("ce_id"), toSet())));
        assertThat(eventsOfRungs.values()).allSatisfy(events -> assertThat(events).hasSize(1));
    }

    private static String rung(JsonNode deadline) {
        return String.join(
                " ",
                deadline.get("obligation").asText(),
                deadline.get("kind").asText(),
                deadline.get("dueOn").asText(),
                deadline.get("rung").asText());
    }

    private static void assertTold(Writer writer) {
        assertThat(Pages.all(LIAISON_NOORD, Service.NOTIFICATIONS, "/v1/notifications?limit=200"))
                .filteredOn(n -> n.get("caseId").asText().equals(writer.file().id()))
                .filteredOn(n -> n.get("kind").asText().equals("MELDING_MADE"))
                .hasSize(writer.meldingen());
    }

    private static List<Long> sequences(List<JsonNode> events) {
        return events.stream().map(e -> e.get("sequence").asLong()).toList();
    }

    private static List<Long> oneTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
