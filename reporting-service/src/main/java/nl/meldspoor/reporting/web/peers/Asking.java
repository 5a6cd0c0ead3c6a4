package nl.meldspoor.reporting.web.peers;

import jakarta.ws.rs.ProcessingException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import nl.meldspoor.http.ProblemException;

/** A service that does not answer, or not in time, is 503 for whoever looks. */
final class Asking {

    private static final int RETRY_AFTER_SECONDS = 5;

    private Asking() {}

    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProcessingException | CompletionException e) {
            throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
        }
    }
}
