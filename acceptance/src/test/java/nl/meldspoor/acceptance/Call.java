package nl.meldspoor.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One request, not yet sent. */
final class Call {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final HttpRequest.Builder request;

    Call(String method, URI uri, HttpRequest.BodyPublisher body) {
        this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).method(method, body);
    }

    Call header(String name, String value) {
        request.setHeader(name, value);
        return this;
    }

    Call token(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Call key(String idempotencyKey) {
        return header("Idempotency-Key", idempotencyKey);
    }

    Call ifMatch(long version) {
        return header("If-Match", "\"" + version + "\"");
    }

    Call onBehalfOf(String user) {
        return header("On-Behalf-Of", user);
    }

    Call in(String language) {
        return header("Accept-Language", language);
    }

    /** Sends it; a broken connection ends the test. */
    Answer send() {
        try {
            return sendOrFail();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it and says by an exception that no answer came. */
    Answer sendOrFail() throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Sends it and expects that status. */
    Answer expect(int status) {
        return send().expect(status);
    }
}
