package nl.meldspoor.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A case told after a vignette of the sources, as the entries that people record. One JSON file each under {@code /examples}; times are
 * {@link RelativeTime}; {@code $meldingId} stands for the melding made in an earlier step, {@code $handoverId} and the like for what that step added.
 *
 * @param name file name without ending
 * @param steps in the order of recording; the first opens the case
 */
public record ExampleCase(String name, String titleNl, String titleEn, String source, String organisation, List<Step> steps) {

    /** All examples, in the order they are told. */
    public static final List<String> NAMES = List.of(
            "01-man-aan-bed-gebonden",
            "02-verkeerde-medicijnen",
            "03-zoon-opgesloten",
            "04-nicht-en-weekbudget",
            "05-dochter-die-scheldt",
            "06-onthulling",
            "07-bewoner-zonder-antwoord",
            "08-stevige-greep",
            "09-verdwenen-sieraden",
            "10-natte-doek",
            "11-val-met-dodelijke-afloop",
            "12-vrijwilliger");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * One entry.
     *
     * @param as demo user who records it
     * @param entry path of the entry, or a path under {@code /v1/} when it holds a slash
     */
    public record Step(String as, String entry, ObjectNode body) {

        /** The body with its times worked out and its references filled in. */
        ObjectNode body(RelativeTime time, Map<String, String> references) {
            return (ObjectNode) resolve(body.deepCopy(), time, references);
        }

        private static JsonNode resolve(JsonNode node, RelativeTime time, Map<String, String> references) {
            switch (node) {
                case ObjectNode object -> {
                    List<String> names = new ArrayList<>();
                    object.fieldNames().forEachRemaining(names::add);
                    names.forEach(n -> object.set(n, resolve(object.get(n), time, references)));
                    return object;
                }
                case ArrayNode array -> {
                    for (int i = 0; i < array.size(); i++) {
                        array.set(i, resolve(array.get(i), time, references));
                    }
                    return array;
                }
                default -> {
                    if (!node.isTextual()) {
                        return node;
                    }
                    String text = node.asText();
                    return MAPPER.getNodeFactory()
                            .textNode(text.startsWith("$") ? references.getOrDefault(text, text) : time.resolve(text));
                }
            }
        }
    }

    /** Reads one example from the class path. */
    public static ExampleCase read(String name) {
        try (InputStream in = ExampleCase.class.getResourceAsStream("/examples/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("expected an example " + name + ", but there is none");
            }
            JsonNode json = MAPPER.readTree(in);
            List<Step> steps = new ArrayList<>();
            json.get("steps")
                    .forEach(s -> steps.add(new Step(s.get("as").asText(), s.get("entry").asText(), (ObjectNode) s.get("body"))));
            return new ExampleCase(
                    name,
                    json.at("/title/nl").asText(),
                    json.at("/title/en").asText(),
                    json.get("source").asText(),
                    json.get("organisation").asText(),
                    List.copyOf(steps));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
