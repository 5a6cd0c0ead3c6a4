package nl.meldspoor.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a process that was just started answers 200, or says why it never will. */
final class Readiness {

    private Readiness() {}

    /** @throws IllegalStateException when the process ends or {@code atMost} passes first */
    static void await(EmbeddedPart part, Process process, URI address, Duration atMost) {
        var until = System.nanoTime() + atMost.toNanos();
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (System.nanoTime() < until) {
                if (Ports.taken(part.port()) && answers(client, request)) {
                    return;
                }
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(LastLines.reason(part.log(), process.pid())
                            .map(reason -> part.name() + " ended: " + reason)
                            .orElseGet(() -> part.name() + " ended with " + process.exitValue() + "; its log " + part.log() + " ends with:\n"
                                    + LastLines.of(part.log())));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + part.name() + " started", e);
        }
        throw new IllegalStateException(part.name() + " is not ready after " + atMost.toSeconds() + " s; see " + part.log());
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
