package nl.meldspoor.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Access tokens of the demo users, by direct grant (only the demo realm allows it); each is asked for once. */
public final class Tokens {

    private final HttpClient http;
    private final URI tokenEndpoint;
    private final Map<String, String> known = new HashMap<>();

    /** @param keycloak address of Keycloak, e.g. {@code http://localhost:8180} */
    public Tokens(HttpClient http, String keycloak) {
        this.http = http;
        this.tokenEndpoint = URI.create(keycloak + "/realms/meldspoor/protocol/openid-connect/token");
    }

    /** The token of a demo user, whose password is his name. */
    public String of(String user) throws IOException, InterruptedException {
        String token = known.get(user);
        if (token == null) {
            token = ask(user);
            known.put(user, token);
        }
        return token;
    }

    private String ask(String user) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(tokenEndpoint)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=password&client_id=meldspoor-cli&username=" + user + "&password=" + user))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode json = new ObjectMapper().readTree(answer.body());
        if (answer.statusCode() != 200 || !json.hasNonNull("access_token")) {
            throw new IOException("Keycloak gave no token for " + user + ": status " + answer.statusCode());
        }
        return json.get("access_token").asText();
    }
}
