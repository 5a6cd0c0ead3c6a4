package nl.meldspoor.notifications.inbox;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Listens to server-sent events, as a page does. */
final class EventStream implements AutoCloseable {

    /** One event; all members but {@code comment} are null when it is only a comment. */
    record Heard(String id, String name, String data) {
        String caseId() {
            return JsonPath.from(data).getString("caseId");
        }

        String kind() {
            return JsonPath.from(data).getString("kind");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> answer;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile int comments;

    EventStream(String token, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/notifications/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        answer = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines());
        answer.thenAccept(response -> Thread.ofVirtual().start(() -> read(response.body())));
    }

    private void read(Stream<String> lines) {
        List<String> block = new ArrayList<>();
        try {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    take(block);
                    block.clear();
                } else {
                    block.add(line);
                }
            });
        } catch (RuntimeException e) {
            // the connection was closed
        } finally {
            ended.complete(null);
        }
    }

    private void take(List<String> block) {
        if (block.stream().allMatch(line -> line.startsWith(":"))) {
            comments++;
            return;
        }
        heard.add(new Heard(field(block, "id"), field(block, "event"), field(block, "data")));
    }

    private static String field(List<String> block, String name) {
        return block.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    int status() {
        return answer.join().statusCode();
    }

    List<Heard> notifications() {
        return heard.stream().filter(h -> "notification".equals(h.name())).toList();
    }

    boolean started() {
        return heard.stream().anyMatch(h -> "started".equals(h.name()));
    }

    Heard first() {
        return heard.getFirst();
    }

    int comments() {
        return comments;
    }

    boolean ended() {
        return ended.isDone();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
