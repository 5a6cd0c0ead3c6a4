package nl.meldspoor.cases.rest;

import static nl.meldspoor.cases.rest.Told.by;
import static nl.meldspoor.cases.rest.Told.byProfessional;
import static nl.meldspoor.cases.rest.Told.byReportTeam;
import static nl.meldspoor.cases.rest.Told.open;
import static nl.meldspoor.cases.rest.Told.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof of a case is enough to recompute its chain, by somebody who has nothing of ours but the answer. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class ProofIT {

    private static String sha256(String previousHash, String canonical) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        if (previousHash != null) {
            sha.update(HexFormat.of().parseHex(previousHash));
        }
        return HexFormat.of().formatHex(sha.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theChainIsRecomputedFromTheAnswerAlone() throws Exception {
        // given
        var id = open(byProfessional(), "MELDCODE");
        byProfessional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);
        byProfessional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        // when
        var answer = by("de-linde-auditor", "auditor").get("/v1/cases/" + id + "/proof");

        // then
        answer.then().statusCode(200);
        List<Map<String, Object>> events = answer.path("events");
        String previous = null;
        for (var event : events) {
            assertThat(event.get("previousHash")).isEqualTo(previous);
            assertThat(event.get("hash")).isEqualTo(sha256(previous, (String) event.get("canonical")));
            previous = (String) event.get("hash");
        }
        assertThat(events).extracting(event -> event.get("sequence")).containsExactly(1, 2, 3);
        assertThat(answer.<String>path("head")).isEqualTo(previous);
        assertThat(answer.<Integer>path("length")).isEqualTo(3);
        assertThat(answer.<String>path("algorithm")).isEqualTo("SHA-256");
        assertThat(answer.<String>path("caseId")).isEqualTo(id);
        assertThat(answer.asString()).doesNotContain("Geheimpje");
        assertThat(byProfessional().get("/v1/cases/" + id + "/events/3").<String>path("hash")).isEqualTo(previous);
    }

    @Test
    void aLongProofGoesOnAfterASequence() {
        var id = open(byProfessional(), "MELDCODE");
        byProfessional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        var first = byProfessional().get("/v1/cases/" + id + "/proof?limit=1");
        var second = byProfessional().get("/v1/cases/" + id + "/proof?after=1");

        assertThat(first.<List<Integer>>path("events.sequence")).containsExactly(1);
        assertThat(second.<List<Integer>>path("events.sequence")).containsExactly(2);
        assertThat(first.<String>path("head")).isEqualTo(second.path("events[0].hash"));
        byProfessional().get("/v1/cases/" + id + "/proof?limit=0").then().statusCode(400);
        byProfessional().get("/v1/cases/" + id + "/proof?after=x").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-team", "board", "auditor"})
    void whoSeesTheFactsOfTheWholeCaseGetsItsProof(String role) {
        var id = open(byReportTeam(), "CARE_RELATION");

        by("de-linde-" + role, role).get("/v1/cases/" + id + "/proof").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"professional", "attention-officer", "hr", "investigator", "staff"})
    void nobodyElseDoesNotEvenWhoOpenedTheCase(String role) {
        var id = open(byProfessional(), "CARE_RELATION");

        by("de-linde-" + role, role).get("/v1/cases/" + id + "/proof").then().statusCode(404);
    }
}
