package nl.meldspoor.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Collects everything that is wrong with the shape of a request, so that one 400 names it all.
 *
 * <p>A body member is pointed at as in RFC 6901 within a URI fragment ({@code #/forms/0}); a query parameter as
 * {@code ?limit}, a header field as {@code If-Match:}. Details never repeat the value.
 */
public final class ShapeErrors {

    /** Errors named in one answer; further ones are only counted, so that a hostile body cannot make a huge answer. */
    private static final int NAMED = 200;

    private final List<Map<String, Object>> errors = new ArrayList<>();
    private int found;

    /** Notes one error. */
    public ShapeErrors add(String pointer, String detail) {
        found++;
        if (errors.size() < NAMED) {
            errors.add(Map.of("pointer", pointer, "detail", detail));
        }
        return this;
    }

    public ShapeErrors addParameter(String name, String detail) {
        return add("?" + name, detail);
    }

    public ShapeErrors addHeader(String name, String detail) {
        return add(name + ":", detail);
    }

    public boolean isEmpty() {
        return found == 0;
    }

    /** The 400 that names them all. */
    public Problem asProblem() {
        return Problem.of(
                        "urn:meldspoor:shape",
                        400,
                        "Bad Request",
                        found == 1 ? "One thing in the request is not as it should be." : found + " things in the request are not as they should be.")
                .with("errors", List.copyOf(errors));
    }

    /** Ends the request with a 400 when anything was noted. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw asProblem().asException();
        }
    }

    /** A 400 with one error. */
    public static ProblemException one(String pointer, String detail) {
        return new ShapeErrors().add(pointer, detail).asProblem().asException();
    }

    /** One step deeper: {@code pointer("#", "a/b")} is {@code #/a~1b}, cut to a bound and to visible ASCII. */
    public static String pointer(String parent, String member) {
        var escaped = new StringBuilder(parent).append('/');
        member.codePoints().limit(64).forEach(c -> {
            switch (c) {
                case '~' -> escaped.append("~0");
                case '/' -> escaped.append("~1");
                default -> {
                    if (Character.isLetterOrDigit(c) && c < 128 || "-._$@:!*+,;=()".indexOf(c) >= 0) {
                        escaped.appendCodePoint(c);
                    } else if (Character.isSurrogate((char) c) && c <= 0xFFFF) {
                        escaped.append("%EF%BF%BD");
                    } else {
                        escaped.append(java.net.URLEncoder.encode(
                                        Character.toString(c), java.nio.charset.StandardCharsets.UTF_8)
                                .replace("+", "%20"));
                    }
                }
            }
        });
        return escaped.toString();
    }

    public static String pointer(String parent, int index) {
        return parent + "/" + index;
    }
}
