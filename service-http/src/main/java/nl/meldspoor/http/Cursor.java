package nl.meldspoor.http;

import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page starts: the sort key of the last item, as opaque text (base64url of a JSON list). A cursor is no secret
 * and no permission: whoever tampers with one gets another page of what he may see, or 400.
 *
 * @param keys the sort key: text, whole numbers or null, at most eight of them
 */
public record Cursor(List<Object> keys) {

    private static final int LONGEST = 1_000;
    private static final int MOST_KEYS = 8;

    public Cursor {
        keys = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(keys));
    }

    public static Cursor of(Object... keys) {
        return new Cursor(java.util.Arrays.asList(keys));
    }

    /** The opaque text. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new JsonArray(keys).encode().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor of {@code size} keys; 400 when it is not one of ours. */
    public static Cursor decode(String text, int size) {
        try {
            if (text.length() > LONGEST) {
                throw malformed();
            }
            var keys = new JsonArray(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)).getList();
            if (keys.size() != size || size > MOST_KEYS) {
                throw malformed();
            }
            var read = new java.util.ArrayList<Object>();
            for (var key : keys) {
                read.add(
                        switch (key) {
                            case null -> null;
                            case String s when s.indexOf(0) < 0 -> s;
                            case Integer n -> n.longValue();
                            case Long n -> n;
                            default -> throw malformed();
                        });
            }
            return new Cursor(read);
        } catch (IllegalArgumentException | io.vertx.core.json.DecodeException e) {
            throw malformed();
        }
    }

    /** The key at a place as text; 400 when it is something else. */
    public String text(int index) {
        return keys.get(index) instanceof String text ? text : fail();
    }

    /** The key at a place as a whole number; 400 when it is something else. */
    public long number(int index) {
        return keys.get(index) instanceof Long number ? number : fail();
    }

    /** The key at a place as a UUID; 400 when it is something else. */
    public java.util.UUID uuid(int index) {
        try {
            return java.util.UUID.fromString(text(index));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static <T> T fail() {
        throw malformed();
    }

    private static ProblemException malformed() {
        return new ShapeErrors()
                .addParameter("cursor", "This is not a cursor that was given out here.")
                .asProblem()
                .asException();
    }
}
