package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each of the three services: who is let in, what is not there, and what needs no token. */
class EveryServiceIT {

    private static final String PERSONAL = "Zqxwbadinput";

    @ParameterizedTest
    @EnumSource(Service.class)
    void whoDoesNotSignInIsRefused(Service service) {
        assertProblem(Caller.nobody().get(service, somethingAt(service)).send(), 401);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void nonsenseInsteadOfATokenIsRefused(Service service) {
        for (String token : new String[] {"x", "a.b.c", PERSONAL + "." + PERSONAL + "." + PERSONAL, ""}) {
            Answer answer = Caller.nobody().get(service, somethingAt(service)).token(token).send();

            assertProblem(answer, 401);
            assertThat(answer.text()).doesNotContain(PERSONAL);
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aTokenThatSomebodyElseSignedIsRefused(Service service) {
        assertProblem(Caller.nobody().get(service, somethingAt(service)).token(ForeignTokens.foreignKey()).send(), 401);
        assertProblem(Caller.nobody().get(service, somethingAt(service)).token(ForeignTokens.unsigned()).send(), 401);
        assertProblem(Caller.nobody().get(service, somethingAt(service)).token(ForeignTokens.publicKeyAsSecret()).send(), 401);
        assertProblem(Caller.nobody().get(service, somethingAt(service)).token(ForeignTokens.changedClaims()).send(), 401);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aTokenOfAnotherRealmIsRefused(Service service) {
        assertProblem(Caller.nobody().get(service, somethingAt(service)).token(ForeignTokens.ofAnotherRealm()).send(), 401);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aTokenCountsUntilItEnds(Service service) {
        // given
        Keycloak.Lifespan brief = Meldspoor.running().keycloak().briefToken("de-linde-board");
        Call call = Caller.nobody().get(service, somethingAt(service)).token(brief.token());
        Answer inTime = call.send();

        // when
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> brief.ends().isBefore(Instant.now().minusMillis(100)));
        Answer tooLate = call.send();

        // then
        inTime.expect(200);
        assertProblem(tooLate, 401);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aTrailingSlashLeadsNowhere(Service service) {
        assertProblem(PROFESSIONAL.get(service, somethingAt(service) + "/").send(), 404);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void anUnknownPathLeadsNowhere(Service service) {
        assertProblem(PROFESSIONAL.get(service, "/v1/" + PERSONAL).send(), 404);
        assertProblem(PROFESSIONAL.get(service, "/v2/cases").send(), 404);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void theDescriptionOfTheApiNeedsNoToken(Service service) {
        Answer answer = Caller.nobody().get(service, "/v1/openapi.json").expect(200);

        assertThat(answer.at("/openapi").asText()).startsWith("3.0.");
        assertThat(answer.at("/paths")).isNotEmpty();
        assertThat(answer.header("API-Version")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void healthNeedsNoToken(Service service) {
        assertThat(Caller.nobody().get(service, "/q/health/ready").expect(200).at("/status").asText()).isEqualTo("UP");
        assertThat(Caller.nobody().get(service, "/q/health/live").expect(200).at("/status").asText()).isEqualTo("UP");
        assertThat(Caller.nobody().get(service, "/q/metrics").expect(200).text()).contains("# TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?cursor=" + PERSONAL})
    void aPageThatDoesNotFitIsRefused(String query) {
        assertProblem(People.BOARD.get(Service.REPORTING, "/v1/deadlines" + query).send(), 400);
        assertProblem(PROFESSIONAL.get(Service.NOTIFICATIONS, "/v1/notifications" + query).send(), 400);
        assertProblem(PROFESSIONAL.get(Service.CASES, "/v1/cases" + query).send(), 400);
    }

    private static String somethingAt(Service service) {
        return switch (service) {
            case CASES -> "/v1/cases";
            case REPORTING -> "/v1/dashboard";
            case NOTIFICATIONS -> "/v1/notifications";
        };
    }
}
