package nl.meldspoor.reporting.web.inbox;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.web.peers.NotificationService;

/**
 * Listens to the notification-service for one connection of a browser. What arrives is not passed on: only how much is unread now.
 * Ends with the stream over there: when the token does, or when that service stops. The browser comes back by itself.
 */
final class LiveCount {

    /** What goes to the browser. */
    sealed interface Said {
        record Count(long unread) implements Said {}

        /** A sign of life, by which a browser that is gone is noticed. */
        record Nothing() implements Said {}
    }

    private final NotificationService notifications;
    private final String bearer;
    private final MultiEmitter<? super Said> emitter;

    LiveCount(NotificationService notifications, String bearer, MultiEmitter<? super Said> emitter) {
        this.notifications = notifications;
        this.bearer = bearer;
        this.emitter = emitter;
    }

    void run() {
        try (InputStream arriving = notifications.arrivals(bearer)) {
            emitter.onTermination(() -> close(arriving));
            pass(new BufferedReader(new InputStreamReader(arriving, StandardCharsets.UTF_8)));
        } catch (IOException | UncheckedIOException | ProblemException e) {
            // The stream broke: the browser asks again.
        } finally {
            emitter.complete();
        }
    }

    private void pass(BufferedReader lines) throws IOException {
        boolean changed = false;
        String line = lines.readLine();
        while (line != null && !emitter.isCancelled()) {
            changed |= line.startsWith("event:");
            // Many that arrive at once are counted once.
            if (changed && line.isEmpty() && !lines.ready()) {
                emitter.emit(new Said.Count(notifications.unread(bearer)));
                changed = false;
            } else if (line.startsWith(":")) {
                emitter.emit(new Said.Nothing());
            }
            line = lines.readLine();
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // It was ending anyway.
        }
    }
}
