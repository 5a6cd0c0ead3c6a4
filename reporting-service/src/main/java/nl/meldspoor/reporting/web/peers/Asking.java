package nl.meldspoor.reporting.web.peers;

import jakarta.ws.rs.ProcessingException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import nl.meldspoor.http.ProblemException;

/** A service that does not answer, or not in time, is 503 for whoever looks. */
final class Asking {

    private static final int RETRY_AFTER_SECONDS = 5;

    private Asking() {}

    /**
     * Something that may be asked twice: reading, and what carries an Idempotency-Key. A connection that was kept open is broken when
     * the service was started again since; the second goes over a new one.
     */
    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProcessingException | CompletionException e) {
            if (timedOut(e)) {
                throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
            }
            return once(question);
        }
    }

    /** Something that is asked once only. */
    static <T> T once(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProcessingException | CompletionException e) {
            throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
        }
    }

    private static boolean timedOut(Throwable failure) {
        return failure instanceof TimeoutException || failure.getCause() != null && timedOut(failure.getCause());
    }
}
