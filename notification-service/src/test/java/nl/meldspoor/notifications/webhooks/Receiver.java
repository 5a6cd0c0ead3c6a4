package nl.meldspoor.notifications.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A subscriber that answers as a test wants it. */
final class Receiver implements AutoCloseable {

    /** One request, as it came. */
    record Received(Map<String, List<String>> headers, String body, String path) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> e.getValue().getFirst())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** How it answers. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Answer answer = status(204);

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body, exchange.getRequestURI().toString()));
        try {
            answer.to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** Says nothing until the test is over. */
    Answer hanging() {
        return exchange -> closing.await();
    }

    static Answer redirectTo(String url) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", url);
            exchange.sendResponseHeaders(307, -1);
        };
    }

    static Answer megabytes(int count) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < count; i++) {
                exchange.getResponseBody().write(megabyte);
            }
        };
    }

    Receiver answers(Answer how) {
        answer = how;
        return this;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook?from=meldspoor";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
