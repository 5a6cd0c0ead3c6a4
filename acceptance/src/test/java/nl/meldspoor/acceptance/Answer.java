package nl.meldspoor.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;

/** What a service answered: status, headers and body as they came. */
record Answer(int status, HttpHeaders headers, String text) {

    /** The body as JSON. */
    JsonNode json() {
        try {
            return Body.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("expected JSON with status %d, but was: %s".formatted(status, text), e);
        }
    }

    /** A member by JSON pointer; missing when it is not there. */
    JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** The header, or an empty text when it is not there. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Path of the Location header, whether it is absolute or not. */
    String locationPath() {
        return URI.create(header("Location")).getPath();
    }

    /** This answer, when it has that status; else the test ends with what came instead. */
    Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected status %d, but was %d: %s".formatted(expected, status, text));
        }
        return this;
    }
}
