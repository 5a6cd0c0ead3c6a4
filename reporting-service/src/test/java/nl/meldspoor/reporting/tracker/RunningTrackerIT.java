package nl.meldspoor.reporting.tracker;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.Test;

/** The tracker as the service runs it: by the real clock, behind the real topic. */
@QuarkusTest
@TestProfile(RunningTrackerIT.WithTracker.class)
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class RunningTrackerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** As in production. */
    public static final class WithTracker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meldspoor.tracker.enabled", "true");
        }
    }

    @Inject
    Pool pool;

    @Test
    void whatIsOnTheTopicOfCasesIsSoonSaidOnTheTopicOfDeadlines() {
        // given
        TrackerFixture fixture = new TrackerFixture(pool);
        CaseStory story = CaseStory.careRelation(RealParts.refs(), "org-" + UUID.randomUUID(), "anna")
                .reported("berend", "carel", AmsterdamDay.of(Instant.now()));

        // when
        fixture.project(story);

        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(fixture.rungs(story, "OB-STOP")).containsExactly("DUE_DAY"));
        await().atMost(SOON).untilAsserted(() -> assertThat(DeadlineTopicLog.of(story.caseId()))
                .filteredOn(d -> d.kind().equals("OB-STOP"))
                .hasSize(1));
        when().get("/q/health/ready").then().statusCode(200);
        when().get("/q/health/well").then().body("checks.name", hasItem("calendar-horizon"));
    }

    @Test
    void figuresThatAreWatchedAreThereBeforeAnybodyUsesAnything() {
        assertThat(when().get("/q/metrics").asString())
                .contains("meldspoor_deadlines_noted_total", "meldspoor_calendar_days_left", "meldspoor_deadlines_streams", "meldspoor_web_live");
    }
}
