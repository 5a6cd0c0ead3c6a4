package nl.meldspoor.reporting.support;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Listens to server-sent events and keeps the lines that are not empty, in order. */
public final class EventStream implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> answer;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    public EventStream(String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        answer.thenAccept(response -> Thread.ofVirtual().start(() -> read(response.body())));
    }

    private void read(Stream<String> body) {
        try {
            body.filter(line -> !line.isEmpty()).forEach(lines::add);
        } catch (RuntimeException e) {
            // the connection was closed
        } finally {
            ended.complete(null);
        }
    }

    /** Waits for the head of the answer. */
    public int status() {
        return answer.join().statusCode();
    }

    /** The names of the events heard. */
    public List<String> names() {
        return lines.stream().filter(line -> line.startsWith("event:")).map(line -> line.substring(6).strip()).toList();
    }

    /** The data of the events heard. */
    public List<String> data() {
        return lines.stream().filter(line -> line.startsWith("data:")).map(line -> line.substring(5).strip()).toList();
    }

    public long comments() {
        return lines.stream().filter(line -> line.startsWith(":")).count();
    }

    public boolean ended() {
        return ended.isDone();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
