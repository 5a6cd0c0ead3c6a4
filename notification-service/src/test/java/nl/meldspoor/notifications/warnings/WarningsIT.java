package nl.meldspoor.notifications.warnings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.deadlines.Rung;
import nl.meldspoor.events.warnings.PublishedWarning;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.notifications.MailServer;
import nl.meldspoor.notifications.RealParts;
import nl.meldspoor.notifications.Rows;
import nl.meldspoor.notifications.Topic;
import nl.meldspoor.notifications.inbox.InboxClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who was warned of a term, when, by which way, delivered or not, read or not. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class WarningsIT {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final String organisation = "org-" + UUID.randomUUID();
    private final Topic topic = new Topic();
    private final MailServer server = new MailServer();

    @AfterEach
    void close() {
        topic.close();
        server.close();
    }

    @Test
    void aWarningLeavesItsTraceFromTheInboxToTheReader() {
        // given somebody who wants mail
        server.start();
        String mailbox = UUID.randomUUID() + "@zorg.example";
        given().auth().oauth2(token("member", "report-team")).contentType("application/json")
                .body("{\"language\":\"nl\",\"email\":{\"enabled\":true,\"address\":\"" + mailbox + "\"}}")
                .put("/v1/notification-settings").then().statusCode(200);
        CaseOnTopic given = reported();
        topic.send(given.events());

        // when
        topic.send(given.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MISSED));
        InboxClient member = InboxClient.of("member", organisation, "report-team");
        String id = (String) await().atMost(AT_MOST)
                .until(() -> member.items("?limit=200").stream().filter(i -> "DEADLINE_MISSED".equals(i.get("kind"))).toList(),
                        items -> !items.isEmpty())
                .getFirst()
                .get("id");
        await().atMost(AT_MOST).until(() -> steps(given).contains("report-team EMAIL SENT"));
        member.markRead(id).then().statusCode(204);

        // then
        assertThat(steps(given)).containsExactlyInAnyOrder(
                "report-team INBOX DELIVERED", "board INBOX DELIVERED", "report-team EMAIL WAITING", "report-team EMAIL SENT",
                "report-team INBOX READ");
        Map<String, Object> read = list(token("member", "report-team"), given, "?obligation=OB-INVESTIGATE").jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(step -> "READ".equals(step.get("state")))
                .findFirst()
                .orElseThrow();
        assertThat(read)
                .containsOnlyKeys("obligation", "kind", "dueOn", "rung", "recipientRef", "recipientRole", "channel", "state", "at")
                .containsEntry("kind", "IGJ-DETERMINE")
                .containsEntry("dueOn", "2026-03-11")
                .containsEntry("rung", "MISSED")
                .containsEntry("recipientRef", given.ref("member"));
        await().atMost(AT_MOST).untilAsserted(() -> assertThat(published(given).stream()
                        .filter(w -> w.rung().equals("MISSED"))
                        .map(w -> w.recipientRole() + " " + w.channel() + " " + w.state()))
                .containsExactlyInAnyOrderElementsOf(steps(given)));
    }

    @Test
    void onlyWhoMaySeeTheCaseSeesWhoWasWarned() {
        // given
        CaseOnTopic given = reported();
        topic.send(given.events());
        await().atMost(AT_MOST).until(() -> Rows.holdAllOf(given));

        // then
        for (String role : List.of("report-team", "board", "auditor")) {
            assertThat(list(token("somebody", role), given, "").statusCode()).as(role).isEqualTo(200);
            assertThat(list(token("suspect", role), given, "").statusCode()).as("the accused as " + role).isEqualTo(404);
            assertThat(list(SignedTokens.person("somebody", "another-organisation", role), given, "").statusCode()).isEqualTo(404);
        }
        for (String role : List.of("professional", "supervisor", "attention-officer", "hr", "investigator", "police-contact", "staff")) {
            assertThat(list(token("somebody", role), given, "").statusCode()).as(role).isEqualTo(404);
        }
        assertThat(list(SignedTokens.liaison("vt", "noord"), given, "").statusCode()).isEqualTo(403);
        assertThat(given().get("/v1/cases/" + given.id() + "/warnings").statusCode()).isEqualTo(401);
        assertThat(given().auth().oauth2(token("member", "board")).get("/v1/cases/not-an-id/warnings").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesJoin() {
        // given
        CaseOnTopic given = reported();
        topic.send(given.events());
        await().atMost(AT_MOST).until(() -> Rows.holdAllOf(given));
        int all = list(token("member", "report-team"), given, "").jsonPath().getList("items").size();

        // when
        List<Object> paged = new ArrayList<>();
        String cursor = "";
        do {
            Response page = list(token("member", "report-team"), given, "?limit=2" + cursor);
            paged.addAll(page.jsonPath().getList("items"));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        } while (cursor != null);

        // then
        assertThat(all).isGreaterThan(2);
        assertThat(paged).hasSize(all).doesNotHaveDuplicates();
    }

    private CaseOnTopic reported() {
        return new CaseOnTopic(organisation).openedCareRelation("nurse").internalReport("nurse", AccusedKind.STAFF, "suspect");
    }

    private String token(String userName, String role) {
        return SignedTokens.personOfUnit(userName, organisation, CaseOnTopic.UNIT, role);
    }

    private static Response list(String token, CaseOnTopic given, String query) {
        return given().auth().oauth2(token).get("/v1/cases/" + given.id() + "/warnings" + query);
    }

    /** Of the missed term: role, channel and state. */
    private List<String> steps(CaseOnTopic given) {
        return list(token("member", "report-team"), given, "?limit=200").jsonPath().<Map<String, Object>>getList("items").stream()
                .filter(step -> "MISSED".equals(step.get("rung")))
                .map(step -> step.get("recipientRole") + " " + step.get("channel") + " " + step.get("state"))
                .toList();
    }

    /** Everything on the topic about that case. */
    private static List<PublishedWarning> published(CaseOnTopic given) {
        Map<String, Object> settings = Map.of("bootstrap.servers", EmbeddedParts.shared().kafka().bootstrapServers());
        Map<UUID, PublishedWarning> warnings = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(PublishedWarning.TOPIC).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(given.id().toString())) {
                        Map<String, byte[]> headers = new HashMap<>();
                        record.headers().forEach(h -> headers.put(h.key(), h.value()));
                        PublishedWarning warning = PublishedWarning.read(headers, record.value());
                        warnings.put(warning.id(), warning);
                    }
                }
            }
        }
        return List.copyOf(warnings.values());
    }
}
