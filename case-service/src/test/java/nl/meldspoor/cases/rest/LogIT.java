package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static nl.meldspoor.cases.rest.Told.by;
import static nl.meldspoor.cases.rest.Told.byProfessional;
import static nl.meldspoor.cases.rest.Told.byReportTeam;
import static nl.meldspoor.cases.rest.Told.internalReport;
import static nl.meldspoor.cases.rest.Told.open;
import static nl.meldspoor.cases.rest.Told.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldspoor.cases.log.LogWriter;
import nl.meldspoor.cases.log.PublishedCheckpoints;
import nl.meldspoor.cases.log.SigningKeys;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.events.proof.MerkleTree;
import nl.meldspoor.events.proof.NoteKey;
import nl.meldspoor.events.proof.SignedCheckpoint;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Auditor and board fetch checkpoints, keys and proofs; nobody else does. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class LogIT {

    /** Remembers what it was given: these tests run without Kafka. */
    private static final PublishedCheckpoints REMEMBERED = new PublishedCheckpoints() {
        private final Map<String, SignedCheckpoint> newest = new ConcurrentHashMap<>();

        @Override
        public Map<String, SignedCheckpoint> newest() {
            return newest;
        }

        @Override
        public void publish(SignedCheckpoint checkpoint) {
            newest.put(checkpoint.origin(), checkpoint);
        }
    };

    @Inject
    CasesDatabase database;

    @Inject
    SigningKeys keys;

    private void write() {
        var settings = new LogWriter.Settings(1, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(30));
        assertThat(new LogWriter(database, keys, REMEMBERED, settings, Clock.systemUTC()).once()).isTrue();
    }

    private static RequestSpecification auditor() {
        return by("de-linde-auditor", "auditor");
    }

    private static byte[] bytes(Response answer, String path) {
        return Base64.getDecoder().decode(answer.<String>path(path));
    }

    private static List<byte[]> hashes(Response answer, String path) {
        return answer.<List<String>>path(path).stream().map(Base64.getDecoder()::decode).toList();
    }

    @Test
    void theNewestCheckpointIsATextToKeepAndTheKeyChecksIt() {
        // given
        open(byProfessional(), "MELDCODE");
        write();

        // when
        var note = auditor().accept("text/plain").get("/v1/log/checkpoint");
        var key = auditor().accept("text/plain").get("/v1/log/key");

        // then
        note.then().statusCode(200).contentType("text/plain");
        var checkpoint = SignedCheckpoint.parse(note.asString()).orElseThrow();
        assertThat(checkpoint.origin()).isEqualTo("meldspoor/de-linde");
        assertThat(checkpoint.isSignedBy(NoteKey.parse(key.asString()).orElseThrow())).isTrue();
        by("de-linde-board", "board").get("/v1/log/checkpoint").then().statusCode(200).contentType("application/json").body("checkpoint", is(note.asString()));
        auditor().get("/v1/log/key").then().body("keys[0].algorithm", is("Ed25519"));
    }

    @Test
    void aCaseIsInTheTreeAndTheTreeGoesOnFromTheOneBefore() {
        // given
        var id = open(byProfessional(), "MELDCODE");
        write();
        var before = auditor().get("/v1/log/checkpoint");
        byProfessional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);
        write();

        // when
        var inclusion = auditor().get("/v1/log/proofs/inclusion?caseId=" + id + "&sequence=2");
        var consistency = auditor().get("/v1/log/proofs/consistency?from=" + before.<Integer>path("size"));

        // then
        String hash = byProfessional().get("/v1/cases/" + id + "/events/2").path("hash");
        assertThat(MerkleTree.includes(
                        inclusion.<Integer>path("index"),
                        inclusion.<Integer>path("size"),
                        MerkleTree.leaf(HexFormat.of().parseHex(hash)),
                        hashes(inclusion, "inclusion"),
                        bytes(inclusion, "root")))
                .isTrue();
        assertThat(MerkleTree.consistent(
                        before.<Integer>path("size"),
                        consistency.<Integer>path("to"),
                        bytes(before, "root"),
                        bytes(consistency, "root"),
                        hashes(consistency, "consistency")))
                .isTrue();
        auditor().get("/v1/log/checkpoints?limit=1").then().body("items", hasSize(1)).body("next", notNullValue());
        auditor().get("/v1/log/checkpoints?size=" + before.<Integer>path("size")).then().body("items[0].root", is(before.<String>path("root")));
        auditor().get("/v1/log/checkpoints?covering=" + before.<Integer>path("size")).then().body("items", hasSize(1)).body("items[0].root", is(before.<String>path("root")));
        auditor().get("/v1/log/checkpoints?covering=" + (before.<Integer>path("size") + 1)).then().body("items[0].size", greaterThan(before.<Integer>path("size")));
        auditor().get("/v1/log/checkpoints?covering=999999999").then().body("items", hasSize(0));
        auditor().get("/v1/log/leaves?limit=1").then().body("items", hasSize(1)).body("size", greaterThan(1));
    }

    @Test
    void theProofOfACaseComesWithItsPlaceInTheLogForAuditorAndBoardOnly() {
        // given
        var id = open(byReportTeam(), "CARE_RELATION");
        auditor().get("/v1/cases/" + id + "/proof").then().statusCode(200).body("log", nullValue());
        write();

        // then
        auditor().get("/v1/cases/" + id + "/proof").then().body("log.sequence", is(1)).body("log.checkpoint", containsString("meldspoor/de-linde"));
        by("de-linde-board", "board").get("/v1/cases/" + id + "/proof?from=1").then().body("log.consistency.from", is(1));
        byReportTeam().get("/v1/cases/" + id + "/proof").then().statusCode(200).body("log", nullValue());
        auditor().get("/v1/cases/" + id + "/proof?size=x").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"professional", "report-team", "hr", "attention-officer", "integration", "works-council"})
    void nobodyElseFetchesAnything(String role) {
        for (var path : List.of("checkpoint", "checkpoints", "key", "leaves", "proofs/consistency?from=1", "proofs/inclusion?caseId=x&sequence=1")) {
            by("de-linde-" + role, role).get("/v1/log/" + path).then().statusCode(403);
        }
    }

    @Test
    void anotherOrganisationHasALogOfItsOwnAndTheAccusedFindsNoPlaceOfHisCase() {
        var id = open(byReportTeam(), "CARE_RELATION");
        byReportTeam().body(internalReport("de-linde-auditor-2")).post("/v1/cases/" + id + "/internal-reports").then().statusCode(201);
        write();
        var path = "/v1/log/proofs/inclusion?caseId=" + id + "&sequence=1";

        auditor().get(path).then().statusCode(200);
        by("de-linde-auditor-2", "auditor").get(path).then().statusCode(404);
        given().auth().oauth2(SignedTokens.person("waterland-auditor", "waterland", "auditor")).get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "proofs/inclusion, 400",
        "proofs/inclusion?caseId=x&sequence=1, 400",
        "proofs/consistency, 400",
        "proofs/consistency?from=99999999999, 400",
        "proofs/consistency?from=1&to=99999999999, 404",
        "checkpoints?size=-1, 400",
        "checkpoints?limit=0, 400",
        "checkpoints?covering=x, 400",
        "checkpoints?covering=1&size=1, 400",
        "leaves?from=x, 400"
    })
    void aWrongQuestionIsAnsweredSo(String path, int status) {
        open(byProfessional(), "MELDCODE");
        write();

        auditor().get("/v1/log/" + path).then().statusCode(status).contentType("application/problem+json");
    }
}
