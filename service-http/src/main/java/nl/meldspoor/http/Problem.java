package nl.meldspoor.http;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What every refusal looks like: an RFC 9457 problem, {@code application/problem+json}.
 *
 * <p>{@code detail} never repeats what was sent and never holds personal data: it names members, rules and bounds, not values.
 *
 * @param type a URI that names the kind of problem, {@code about:blank} when the status says it all
 * @param title the kind of problem in a few words, the same for every occurrence
 * @param status the HTTP status, 400-599
 * @param detail what went wrong this time and what may be done about it
 * @param extensions members beside the four above ({@code errors}, {@code rule}, {@code open}, …), in order; values are what
 *     Vert.x can write as JSON: text, numbers, booleans, lists, maps
 */
public record Problem(String type, String title, int status, String detail, Map<String, Object> extensions) {

    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("expected an error status, but was " + status);
        }
        extensions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** A problem whose status says what kind it is. */
    public static Problem of(int status, String detail) {
        return new Problem("about:blank", Statuses.title(status), status, detail, Map.of());
    }

    /** A problem of a kind of our own, {@code urn:meldspoor:…}. */
    public static Problem of(String type, int status, String title, String detail) {
        return new Problem(type, title, status, detail, Map.of());
    }

    /** A defect of ours. The correlation id is also in the log line, so that the two can be put together. */
    public static Problem defect(UUID correlationId) {
        return of(500, "Something went wrong on our side. Mention the correlation id when you report it.")
                .with("correlationId", correlationId.toString());
    }

    /** The same problem with one more member. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(type, title, status, detail, more);
    }

    /** This problem as a throwable, for code that can only answer that way. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** The JSON that goes over the wire. */
    public String toJson() {
        var json = new JsonObject()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        extensions.forEach(json::put);
        return json.encode();
    }
}
