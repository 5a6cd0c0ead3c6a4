package nl.meldspoor.cases.rest;

import static nl.meldspoor.cases.rest.Told.byProfessional;
import static nl.meldspoor.cases.rest.Told.open;
import static nl.meldspoor.cases.rest.Told.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.support.FewPlacesParts;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.embedded.EmbeddedPostgres;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.SignedTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A service that has as much to store as it takes on says so at once, instead of letting everybody wait. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(value = FewPlacesParts.class, restrictToAnnotatedClass = true)
class QueueFullIT {

    @Inject
    EventStore store;

    @Test
    void whenMoreWaitsThanIsTakenOnTheAnswerSaysWhenToComeBack() throws Exception {
        // given: an entry is on its way and held up, and as many wait as may
        var held = open(byProfessional(), "MELDCODE");
        var waiting = List.of(open(byProfessional(), "MELDCODE"), open(byProfessional(), "MELDCODE"));
        var tooMany = open(byProfessional(), "MELDCODE");
        var taken = new ArrayList<CompletableFuture<Response>>();
        var database = EmbeddedParts.shared().postgres(Database.CASES);
        try (var holder = database.connectAsSuperuser(Database.CASES.databaseName())) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select from case_head where case_id = '" + held + "' for update");
            taken.add(recording(held));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> holds(database));
            waiting.forEach(id -> taken.add(recording(id)));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> store.waiting() == FewPlacesParts.MOST_WAITING);

            // when
            var refused = byProfessional().body(signal()).post("/v1/cases/" + tooMany + "/signals");

            // then
            refused.then()
                    .statusCode(503)
                    .contentType(Problem.MEDIA_TYPE)
                    .header("Retry-After", "1")
                    .body("type", is("about:blank"))
                    .body("status", is(503));
            assertThat(figure("meldspoor_store_waiting")).isEqualTo(FewPlacesParts.MOST_WAITING);
            assertThat(figure("meldspoor_store_refused_total")).isPositive();
            holder.rollback();
        }
        assertThat(taken).allSatisfy(answer -> assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(201));
        byProfessional().get("/v1/cases/" + tooMany).then().body("version", is(1));
        byProfessional().body(signal()).post("/v1/cases/" + tooMany + "/signals").then().statusCode(201);
        // and the figures say that those who waited travelled together, and for how long they waited
        assertThat(figure("meldspoor_store_waiting")).isZero();
        assertThat(figure("meldspoor_store_wait_seconds_count")).isGreaterThan(figure("meldspoor_store_batches_total"));
        assertThat(figure("meldspoor_store_wait_seconds_sum")).isPositive();
    }

    private static double figure(String name) {
        return RestAssured.get("/q/metrics").asString().lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static CompletableFuture<Response> recording(String caseId) {
        var body = signal();
        return CompletableFuture.supplyAsync(
                () -> byProfessional().body(body).post("/v1/cases/" + caseId + "/signals"),
                task -> Thread.ofPlatform().start(task));
    }

    private static boolean holds(EmbeddedPostgres database) throws SQLException {
        try (var connection = database.connectAsSuperuser(Database.CASES.databaseName());
                var rows = connection
                        .createStatement()
                        .executeQuery("select from pg_stat_activity where wait_event_type = 'Lock' and query like 'with identity%'")) {
            return rows.next();
        }
    }
}
