package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.meldspoor.http.SignedTokens;

/** What people of the demo organisation send, told shortly. */
final class Told {

    private Told() {}

    /** Somebody of Team Oost of De Linde. */
    static RequestSpecification by(String user, String... roles) {
        return given().auth().oauth2(SignedTokens.personOfUnit(user, "de-linde", "Team Oost", roles)).contentType("application/json");
    }

    static RequestSpecification byProfessional() {
        return by("de-linde-professional", "professional");
    }

    static RequestSpecification byReportTeam() {
        return by("de-linde-report-team", "report-team");
    }

    /** The body that opens a case of this route. */
    static String opening(String route) {
        return """
                {"route":"%s","client":{"reference":"ECD-%s","name":"Geheimpje"},"clientRole":"CARE_RECEIVER","framework":"VENVN",
                 "profession":"VERPLEEGKUNDIGE","unit":"Team Oost","sector":"VVT","legalFramework":"WLZ","region":"noord"}"""
                .formatted(route, UUID.randomUUID());
    }

    /** A signal of an hour ago. */
    static String signal() {
        return """
                {"observedAt":"%s","perception":"SEEN","direction":"CONFIRMS","forms":[],"about":"CARE_RECEIVER","description":"Geheimpje",
                 "source":"OWN","disclosure":false}"""
                .formatted(Instant.now().minus(1, ChronoUnit.HOURS));
    }

    /** Opens a case; its id. */
    static String open(RequestSpecification who, String route) {
        return who.body(opening(route)).post("/v1/cases").then().statusCode(201).extract().path("case.id");
    }

    /** A report about a colleague who is linked to a user, or not when {@code accusedUser} is null. */
    static String internalReport(String accusedUser) {
        var ago = Instant.now().minus(1, ChronoUnit.HOURS);
        return """
                {"reportedAt":"%s","discoveredAt":"%s","reporterKind":"STAFF","anonymous":false,"receivedBy":{"name":"A","function":"B"},
                 "accusedKind":"STAFF","clientInformed":true,"facts":"Geheimpje"%s}"""
                .formatted(ago, ago, accusedUser == null ? "" : ",\"accused\":{\"name\":\"X\",\"function\":\"Y\"},\"accusedUser\":\"" + accusedUser + "\"");
    }
}
