package nl.meldspoor.reporting.web.peers;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.web.signin.AccessToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The notification-service, asked as the visitor. Answers 503 when it cannot be reached. */
@ApplicationScoped
public class NotificationService {

    private static final Duration CONNECT_AT_MOST = Duration.ofSeconds(2);
    private static final Duration FIRST_BYTE_AT_MOST = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final HttpClient streams = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_AT_MOST)
            .build();

    @Inject
    @RestClient
    NotificationApi api;

    @Inject
    AccessToken token;

    @ConfigProperty(name = "quarkus.rest-client.notifications.url")
    URI address;

    /** A page of the inbox, newest first. @param cursor null for the first */
    public JsonNode inbox(boolean unreadOnly, String cursor, int limit) {
        String bearer = bearer();
        return Asking.ask(() -> api.list(bearer, unreadOnly ? Boolean.TRUE : null, cursor, limit));
    }

    /** How much is unread. */
    public long unread() {
        return unread(bearer());
    }

    /** The same for a connection that lives longer than its request. */
    public long unread(String bearer) {
        return Asking.ask(() -> api.count(bearer)).path("unread").asLong();
    }

    /** For good. 404 when the visitor has no such notification. */
    public void markRead(UUID id) {
        String bearer = bearer();
        Asking.ask(() -> {
            api.markRead(bearer, id);
            return null;
        });
    }

    /** How the visitor wants to hear. */
    public JsonNode settings() {
        String bearer = bearer();
        return Asking.ask(() -> api.settings(bearer));
    }

    public void keepSettings(JsonNode settings) {
        String bearer = bearer();
        Asking.ask(() -> api.keepSettings(bearer, settings));
    }

    /** The stream of what arrives, as it comes over the wire; it ends with the token. Closing it ends it over there, too. */
    public InputStream arrivals(String bearer) {
        var request = HttpRequest.newBuilder(address.resolve("/v1/notifications/stream"))
                .timeout(FIRST_BYTE_AT_MOST)
                .header("Authorization", bearer)
                .header("Accept", "text/event-stream")
                .build();
        try {
            var answer = streams.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
            }
            return answer.body();
        } catch (IOException e) {
            throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
        }
    }

    /** The visitor's token as a header field. */
    public String bearer() {
        return "Bearer " + token.get();
    }
}
