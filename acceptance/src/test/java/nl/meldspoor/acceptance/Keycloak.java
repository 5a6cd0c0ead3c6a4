package nl.meldspoor.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The identity provider of the running system. Its administrator is there in these tests only: his name and password reach Keycloak by
 * the environment of the Java process of the tests (see the pom).
 */
record Keycloak(URI address) {

    private static final String BRIEF = "acceptance-brief-";
    private static final int BRIEF_SECONDS = 6;

    /** A token and the moment it ends. */
    record Lifespan(String token, Instant ends) {}

    /** Token of a demo user, or of an integration by its client id. */
    String token(String name) {
        return name.startsWith("ecd-")
                ? tokenOf(
                        "meldspoor", Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", name))
                : tokenOf("meldspoor", byPassword("meldspoor-cli", name, name));
    }

    /** Of the realm for administrators, so none of ours. */
    String administratorToken() {
        return tokenOf(
                "master",
                byPassword(
                        "admin-cli",
                        System.getenv("KC_BOOTSTRAP_ADMIN_USERNAME"),
                        System.getenv("KC_BOOTSTRAP_ADMIN_PASSWORD")));
    }

    /** A good token of our realm that ends after a few seconds. */
    Lifespan briefToken(String user) {
        String administrator = administratorToken();
        URI clients = address.resolve("/admin/realms/meldspoor/clients");
        ObjectNode client = (ObjectNode) new Call("GET", URI.create(clients + "?clientId=meldspoor-cli"), BodyPublishers.noBody())
                .token(administrator)
                .expect(200)
                .at("/0");
        client.remove("id");
        client.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        client.withObject("/attributes").put("access.token.lifespan", Integer.toString(BRIEF_SECONDS));
        String name = BRIEF + UUID.randomUUID();
        client.put("clientId", name);
        new Call("POST", clients, BodyPublishers.ofString(client.toString()))
                .token(administrator)
                .header("Content-Type", "application/json")
                .expect(201);
        String token = tokenOf("meldspoor", byPassword(name, user, user));
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        long ends = Body.of(new String(claims, StandardCharsets.UTF_8)).json().get("exp").asLong();
        return new Lifespan(token, Instant.ofEpochSecond(ends));
    }

    /** Runs something while tokens of the web pages end after so many seconds; the session of a sign-in goes on. */
    void withWebTokensOf(int seconds, Runnable todo) {
        webTokens(Integer.toString(seconds));
        try {
            todo.run();
        } finally {
            webTokens("");
        }
    }

    private void webTokens(String seconds) {
        URI clients = address.resolve("/admin/realms/meldspoor/clients");
        ObjectNode client = (ObjectNode) administered("GET", URI.create(clients + "?clientId=meldspoor-web"), "").expect(200).at("/0");
        client.withObject("/attributes").put("access.token.lifespan", seconds);
        administered("PUT", URI.create(clients + "/" + client.get("id").asText()), client.toString()).expect(204);
    }

    /** Ends all sessions of somebody, as an administrator does, or a sign-out elsewhere. */
    void endSessions(Caller who) {
        URI users = address.resolve("/admin/realms/meldspoor/users");
        String id = administered("GET", URI.create(users + "?exact=true&username=" + who), "").expect(200).at("/0/id").asText();
        administered("POST", URI.create(users + "/" + id + "/logout"), "").expect(204);
    }

    private Call administered(String method, URI address, String body) {
        return new Call(method, address, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .token(administratorToken())
                .header("Content-Type", "application/json");
    }

    private static Map<String, String> byPassword(String client, String user, String password) {
        return Map.of("grant_type", "password", "client_id", client, "username", user, "password", password);
    }

    private String tokenOf(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Call(
                        "POST",
                        address.resolve("/realms/" + realm + "/protocol/openid-connect/token"),
                        BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .expect(200)
                .at("/access_token")
                .asText();
    }
}
