package nl.meldspoor.cases.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.UUID;
import nl.meldspoor.cases.store.Commands;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.cases.store.Waiting;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.http.SignedTokens;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The whole service as Quarkus starts it: relays what is stored, says how it is doing, serves nothing after a restore. */
@QuarkusTest
@QuarkusTestResource(value = SignedTokens.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RelayingParts.class, restrictToAnnotatedClass = true)
class RunningServiceIT {

    @Inject
    EventStore events;

    private static String configured(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static void asOwner(String statement) throws Exception {
        try (Connection owner = DriverManager.getConnection(configured("test.jdbc.url"), "cases_owner", configured("test.owner.password"))) {
            owner.createStatement().execute(statement);
        }
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
    }

    @Test
    void relaysWhatIsStoredAndShowsIt() {
        // given
        UUID caseId = UUID.randomUUID();

        // when
        events.append(Commands.open(caseId));

        // then
        TopicLog topic = new TopicLog(configured("kafka.bootstrap.servers"), PublishedEvent.TOPIC);
        Waiting.until(() -> topic.asConsumed().containsKey(caseId));
        assertThat(topic.events().getFirst().source()).isEqualTo(RelayFixture.SOURCE);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("meldspoor_relay_published_total"))
                .body(containsString("meldspoor_relay_active 1.0"))
                .body(containsString("meldspoor_relay_waiting"))
                .body(containsString("meldspoor_relay_oldest_waiting_seconds"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'relay to Kafka' }.data.active", equalTo(true));
    }

    @Test
    void signsACheckpointOfWhatIsStored() {
        // given
        var auditor = SignedTokens.person("de-linde-auditor", "de-linde", "auditor");

        // when
        events.append(Commands.open(UUID.randomUUID()));

        // then
        Waiting.until(() -> given().auth().oauth2(auditor).get("/v1/log/checkpoint").statusCode() == 200);
        given().auth().oauth2(auditor).accept("text/plain").get("/v1/log/checkpoint").then().body(containsString("meldspoor/de-linde\n"));
        given().get("/q/metrics").then().body(containsString("meldspoor_log_refused 0.0"));
    }

    @Test
    void servesNothingAfterALogicalRestoreBeforeTheRestoreCommand() throws Exception {
        // given
        UUID caseId = UUID.randomUUID();
        events.append(Commands.open(caseId));

        // when: the stored identity is that of another cluster, as after a dump was put back
        asOwner("update store_identity set system_identifier = 1");

        // then
        Waiting.until(() -> readiness() == 503);
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'event store' }.data.reason", containsString("./meldspoor restore"));
        assertThatThrownBy(() -> events.load(caseId)).isInstanceOf(StoreUnavailable.class);
        given().auth()
                .oauth2(SignedTokens.personOfUnit("de-linde-professional", "de-linde", "Team Oost", "professional"))
                .get("/v1/cases/" + caseId)
                .then()
                .statusCode(503)
                .contentType("application/problem+json");

        // and when
        asOwner("select meldspoor_restore()");

        // then
        Waiting.until(() -> readiness() == 200);
        assertThat(events.load(caseId)).isPresent();
    }
}
