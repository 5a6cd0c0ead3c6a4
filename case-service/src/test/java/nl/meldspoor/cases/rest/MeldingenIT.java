package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A melding reaches the liaison of its region, and the liaison reaches nothing else. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class MeldingenIT {

    private String caseId;
    private String meldingId;

    private static RequestSpecification professional() {
        return given().auth().oauth2(SignedTokens.person("de-linde-professional", "de-linde", "professional")).contentType("application/json");
    }

    private static RequestSpecification liaison(String region) {
        return given().auth().oauth2(SignedTokens.liaison("vt-liaison-" + region, region)).contentType("application/json");
    }

    private static String hoursAgo(int hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS).toString();
    }

    private static String melding(String channel) {
        return """
                {"madeAt":"%s","region":"noord","channel":"%s","facts":"feitelijk verhaal","persons":[{"role":"client","name":"mevrouw X"}],
                 "receivedBy":{"name":"n","function":"f"},"discussedWithClient":true,"agreements":"a","anonymousTowardsClient":false,"note":"eigen aantekening"}"""
                .formatted(hoursAgo(1), channel);
    }

    private static String acknowledgement() {
        return "{\"receivedAt\":\"%s\",\"reference\":\"VT-1\",\"by\":{\"name\":\"n\",\"function\":\"f\"}}".formatted(hoursAgo(0));
    }

    @BeforeEach
    void aMeldingIsMade() {
        caseId = professional()
                .body("""
                        {"route":"MELDCODE","client":{"reference":"ECD-%s","name":"mevrouw X"},"clientRole":"CARE_RECEIVER","framework":"VENVN",
                         "profession":"VERPLEEGKUNDIGE","unit":"Team Oost","sector":"VVT","legalFramework":"WLZ","region":"noord"}"""
                        .formatted(UUID.randomUUID()))
                .post("/v1/cases")
                .path("case.id");
        meldingId = professional().body(melding("MELDSPOOR")).post("/v1/cases/" + caseId + "/meldingen").path("events[0].data.meldingId");
    }

    @Test
    void theLiaisonOfTheRegionReadsItWithoutNotes() {
        var one = liaison("noord").get("/v1/meldingen/" + meldingId);

        one.then().statusCode(200).body("melding.facts", is("feitelijk verhaal")).body("melding.note", nullValue()).body("organisation", is("de-linde"));
        liaison("noord").get("/v1/meldingen").then().statusCode(200).body("items.meldingId", hasItem(meldingId));
        given().auth().oauth2(SignedTokens.person("de-linde-auditor", "de-linde", "auditor"))
                .get("/v1/cases/" + caseId + "/access-log")
                .then()
                .body("items.find { it.user == 'vt-liaison-noord' }.what", is("melding"))
                .body("items.find { it.user == 'vt-liaison-noord' }.rule", is("LIAISON_OF_REGION"));
    }

    @Test
    void nobodyElseReadsIt() {
        liaison("zuid").get("/v1/meldingen/" + meldingId).then().statusCode(404);
        liaison("zuid").get("/v1/meldingen").then().statusCode(200).body("items.meldingId", not(hasItem(meldingId)));
        liaison("zuid").body(acknowledgement()).post("/v1/meldingen/" + meldingId + "/acknowledgements").then().statusCode(404);
        professional().get("/v1/meldingen").then().statusCode(403);
        professional().get("/v1/meldingen/" + meldingId).then().statusCode(403);
        liaison("noord").get("/v1/cases/" + caseId).then().statusCode(404);
    }

    @Test
    void aMeldingThroughAnotherChannelIsNotThere() {
        String byPhone = professional().body(melding("PHONE")).post("/v1/cases/" + caseId + "/meldingen").path("events[0].data.meldingId");

        assertThat(byPhone).isNotNull();
        liaison("noord").get("/v1/meldingen/" + byPhone).then().statusCode(404);
    }

    @Test
    void itIsAcknowledgedOnceForOneKeyAndShowsOnTheCase() {
        var key = "ack-" + UUID.randomUUID();
        var path = "/v1/meldingen/" + meldingId + "/acknowledgements";
        var body = acknowledgement();

        var first = liaison("noord").header("Idempotency-Key", key).body(body).post(path);
        var second = liaison("noord").header("Idempotency-Key", key).body(body).post(path);

        first.then().statusCode(201).header("ETag", "\"3\"").body("case.status", is("OPEN")).body("case.client", nullValue()).body("events", hasSize(1));
        second.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", "\"3\"");
        assertThat(second.<Object>path("events")).isEqualTo(first.<Object>path("events"));
        professional().get("/v1/cases/" + caseId + "/events/3").then().statusCode(200).body("type", is("MeldingAcknowledged")).body("recordedBy", is("vt-liaison-noord"));
        liaison("noord").get("/v1/meldingen/" + meldingId).then().body("acknowledgements[0].reference", equalTo("VT-1"));
    }

    @Test
    void feedbackIsReadAsStrictlyAsAnyEntry() {
        var path = "/v1/meldingen/" + meldingId + "/feedback";

        liaison("noord").body("{\"kind\":\"x\"}").post(path).then().statusCode(400).body("errors.pointer", hasItem("#/kind"));
        liaison("noord").body("{\"meldingId\":\"" + UUID.randomUUID() + "\"}").post(path).then().statusCode(400);
        liaison("noord")
                .body("{\"receivedAt\":\"%s\",\"kind\":\"TAKEN_UP\",\"outcome\":\"o\",\"from\":{\"name\":\"n\",\"function\":\"f\"}}".formatted(hoursAgo(0)))
                .post(path)
                .then()
                .statusCode(201)
                .body("events[0].id", notNullValue());
    }

    @Test
    void theLiaisonMayUseThePathOfTheCaseForTheSameEntry() {
        // given
        var path = "/v1/cases/" + caseId + "/acknowledgements";
        var body = acknowledgement().replaceFirst("\\{", "{\"meldingId\":\"" + meldingId + "\",");

        // when
        var answer = liaison("noord").body(body).post(path);

        // then
        answer.then().statusCode(201).body("case.client", nullValue()).body("events[0].type", is("MeldingAcknowledged"));
        liaison("zuid").body(body).post(path).then().statusCode(404);
        liaison("noord").body(body.replace(meldingId, UUID.randomUUID().toString())).post(path).then().statusCode(404);
        liaison("noord").body(acknowledgement()).post(path).then().statusCode(400).body("errors.pointer", hasItem("#/meldingId"));
    }
}
