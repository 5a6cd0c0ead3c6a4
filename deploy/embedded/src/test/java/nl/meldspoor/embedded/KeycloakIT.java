package nl.meldspoor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo realm gives tokens with the roles and claims that the services decide by. */
class KeycloakIT {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path folder;

    private static EmbeddedKeycloak keycloak;

    @BeforeAll
    static void start() {
        keycloak = EmbeddedKeycloak.at(
                folder, Ports.free(), Repository.root().resolve("deploy/keycloak/meldspoor-realm.json"), 8083);
        keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.kill();
    }

    @Test
    void tellsRoleOrganisationAndUnitsOfAPerson() throws Exception {
        // when
        var claims = claims("grant_type=password&client_id=meldspoor-cli&username=waterland-professional-2"
                + "&password=waterland-professional-2");

        // then
        assertThat(claims)
                .contains("\"preferred_username\":\"waterland-professional-2\"")
                .contains("\"organisation\":\"waterland\"")
                .contains("\"units\":[\"Team Oost\"]")
                .contains("\"professional\"")
                .contains("\"meldspoor\"")
                .contains("\"iss\":\"" + keycloak.realmUrl() + "\"")
                .doesNotContain("\"region\"");
        assertThat(seconds(claims, "exp") - seconds(claims, "iat")).isGreaterThanOrEqualTo(15 * 60);
    }

    @Test
    void tellsTheRegionOfALiaison() throws Exception {
        // when
        var claims = claims(
                "grant_type=password&client_id=meldspoor-cli&username=vt-liaison-noord&password=vt-liaison-noord");

        // then
        assertThat(claims).contains("\"region\":\"noord\"").contains("\"vt-liaison\"").doesNotContain("\"organisation\"");
    }

    @Test
    void tellsTheOrganisationOfAnIntegration() throws Exception {
        // when
        var claims = claims("grant_type=client_credentials&client_id=ecd-de-linde&client_secret=ecd-de-linde");

        // then
        assertThat(claims).contains("\"organisation\":\"de-linde\"").contains("\"integration\"");
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        // when
        var answer = token("grant_type=password&client_id=meldspoor-cli&username=vt-liaison-noord&password=guessed");

        // then
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static String claims(String form) throws Exception {
        var answer = token(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var token = answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> token(String form) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(keycloak.realmUrl() + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static long seconds(String claims, String name) {
        return Long.parseLong(claims.replaceAll(".*\"" + name + "\":(\\d+).*", "$1"));
    }
}
