package nl.meldspoor.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a body as a JSON tree, strictly: UTF-8, one object, no member twice, at most 20 levels deep, nothing after it.
 * What is not JSON is a 400 whose detail never quotes the body.
 */
public final class JsonBody {

    private static final int LEVELS = 20;
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(LEVELS)
                            .maxNumberLength(100)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {}

    /** The object in a body; a 400 when there is none. */
    public static ObjectNode object(byte[] body) {
        if (body == null || body.length == 0) {
            throw ShapeErrors.one("#", "A JSON object is expected; the body is empty.");
        }
        return switch (tree(body)) {
            case ObjectNode object -> object;
            default -> throw ShapeErrors.one("#", "A JSON object is expected.");
        };
    }

    private static JsonNode tree(byte[] body) {
        try {
            // The decoder refuses broken UTF-8, which Jackson's own would partly let through.
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return STRICT.readTree(text);
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8.");
        } catch (JsonProcessingException e) {
            throw malformed(reason(e));
        }
    }

    private static String reason(JsonProcessingException e) {
        var where = e.getLocation() == null
                ? ""
                : " At line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ".";
        var message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return "A member stands twice in one object." + where;
        }
        if (message.contains("nesting depth")) {
            return "The body is nested more than " + LEVELS + " levels deep." + where;
        }
        return "The body is not JSON." + where;
    }

    private static ProblemException malformed(String detail) {
        return new Problem("urn:meldspoor:malformed", "Bad Request", 400, detail, java.util.Map.of())
                .with("errors", java.util.List.of(java.util.Map.of("pointer", "#", "detail", detail)))
                .asException();
    }
}
