package nl.meldspoor.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON of a request. Never changes: {@link #with} and {@link #without} give a new one. */
record Body(ObjectNode json) {

    static final ObjectMapper MAPPER = new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    static Body of(String json) {
        try {
            return new Body((ObjectNode) MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** With that member; an array or object is written as {@link #of} reads it. */
    Body with(String name, Object value) {
        ObjectNode copy = json.deepCopy();
        copy.set(name, MAPPER.valueToTree(value instanceof Body body ? body.json : value));
        return new Body(copy);
    }

    /** With every member of {@code json} in place of its own. */
    Body with(String membersAsJson) {
        ObjectNode copy = json.deepCopy();
        copy.setAll(of(membersAsJson).json);
        return new Body(copy);
    }

    Body without(String... names) {
        ObjectNode copy = json.deepCopy();
        for (String name : names) {
            copy.remove(name);
        }
        return new Body(copy);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
