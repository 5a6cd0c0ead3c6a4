package nl.meldspoor.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends a request with a {@link Problem}, from any depth of the REST edge. Carries no stack trace: it is an answer, not a defect.
 */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    private ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.type() + " " + problem.status(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    /** The same answer with one more header field, for example {@code Retry-After}. */
    public ProblemException withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ProblemException(problem, more);
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Plain problems, by their status. */
    public static ProblemException notFound() {
        return Problem.of(404, Statuses.detail(404)).asException();
    }

    /** 403: a role that may never do this. Nothing was looked up. */
    public static ProblemException forbidden(String detail) {
        return Problem.of(403, detail).asException();
    }

    /** 412: the version in {@code If-Match} is not the one that stands. */
    public static ProblemException preconditionFailed() {
        return Problem.of(412, Statuses.detail(412)).asException();
    }

    /** 503 with {@code Retry-After} in whole seconds. */
    public static ProblemException unavailable(int retryAfterSeconds) {
        return Problem.of(503, Statuses.detail(503))
                .asException()
                .withHeader("Retry-After", Integer.toString(retryAfterSeconds));
    }
}
