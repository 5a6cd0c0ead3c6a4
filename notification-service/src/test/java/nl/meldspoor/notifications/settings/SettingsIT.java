package nl.meldspoor.notifications.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.RealParts;
import nl.meldspoor.notifications.Rows;
import org.junit.jupiter.api.Test;

/** How people say how they want to hear. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class SettingsIT {

    private static final String WHOLE =
            """
            {"language":"en","quietHours":{"from":"22:00","until":"07:00"},"digestAt":"08:30",
             "email":{"enabled":true,"address":"nurse@zorg.example"}}
            """;

    private final String organisation = "org-" + UUID.randomUUID();

    @Test
    void whoNeverSetAnythingIsMailedNothing() {
        get("nurse").body("language", equalTo("nl"))
                .body("quietHours", nullValue())
                .body("digestAt", equalTo("08:00"))
                .body("email.enabled", equalTo(false))
                .body("email.address", nullValue())
                .body("email.available", equalTo(true));
    }

    @Test
    void whatIsSetIsAnsweredToHimAloneAndStoredSealed() {
        // when
        put("nurse", WHOLE, 200);
        put("nurse", WHOLE.replace("\"en\"", "\"nl\""), 200);

        // then
        get("nurse").body("language", equalTo("nl"))
                .body("quietHours.from", equalTo("22:00"))
                .body("quietHours.until", equalTo("07:00"))
                .body("digestAt", equalTo("08:30"))
                .body("email.enabled", equalTo(true))
                .body("email.address", equalTo("nurse@zorg.example"));
        get("nurse-2").body("email.address", nullValue());
        String row = Rows.of("SELECT s::text || encode(s.sealed_contact, 'escape') FROM notification_settings s WHERE organisation = '"
                        + organisation + "'")
                .getFirst();
        assertThat(row).doesNotContain("nurse@", "nurse\"");
    }

    @Test
    void theAddressOfTheTokenIsTakenWhenNoneIsSent() {
        // given
        String token = SignedTokens.sign(SignedTokens.claims("nurse", "professional")
                .put("organisation", organisation)
                .put("email", "nurse@elders.example"));

        // when, then
        given().auth().oauth2(token).contentType("application/json").body("{\"language\":\"nl\",\"email\":{\"enabled\":true}}")
                .put("/v1/notification-settings")
                .then().statusCode(200).body("email.address", equalTo("nurse@elders.example"));
        put("nurse-2", "{\"language\":\"nl\",\"email\":{\"enabled\":true}}", 400)
                .body("errors.pointer", containsInAnyOrder("#/email/address"));
    }

    @Test
    void allThatIsWrongIsAnsweredAtOnce() {
        put("nurse",
                        """
                        {"language":"fr","quietHours":{"from":"25:00","till":"07:00"},"digestAt":"8","colour":"red",
                         "email":{"enabled":"yes","address":"no address"}}
                        """,
                        400)
                .body("errors.pointer", containsInAnyOrder("#/colour", "#/language", "#/quietHours/till", "#/quietHours/from",
                        "#/quietHours/until", "#/digestAt", "#/email/enabled", "#/email/address"));
        put("nurse", "{\"language\":\"nl\",\"email\":{\"enabled\":true,\"address\":\"a@evil.example\"}}", 400)
                .body("errors.pointer", containsInAnyOrder("#/email/address"));
        put("nurse", "{\"language\":\"nl\",\"email\":{\"enabled\":true,\"address\":\"a@zorg.example\\r\\nBcc: b@zorg.example\"}}", 400);
    }

    @Test
    void settingsBelongToAPersonWhoIsSignedIn() {
        given().get("/v1/notification-settings").then().statusCode(401);
        given().auth().oauth2(SignedTokens.person("ecd", organisation, "integration")).get("/v1/notification-settings")
                .then().statusCode(403).contentType("application/problem+json");
        given().auth().oauth2(SignedTokens.liaison("vt-liaison-noord", "noord")).get("/v1/notification-settings")
                .then().statusCode(200);
    }

    private ValidatableResponse get(String userName) {
        return given().auth().oauth2(token(userName)).get("/v1/notification-settings").then().statusCode(200);
    }

    private ValidatableResponse put(String userName, String body, int status) {
        return given().auth().oauth2(token(userName)).contentType("application/json").body(body)
                .put("/v1/notification-settings").then().statusCode(status);
    }

    private String token(String userName) {
        return SignedTokens.person(userName, organisation, "professional");
    }
}
