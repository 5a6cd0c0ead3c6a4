package nl.meldspoor.reporting.web.forms;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A form as somebody filled it in, and what was wrong with it. Fields are named after the members of the body, {@code by.name}.
 *
 * @param id of the form in its page; the ids of its fields start with it
 * @param key made when the page was made: the same form sent twice is stored once
 * @param values what was typed, by field
 * @param errors what is wrong, by field, in words
 * @param message what is wrong with the whole, empty when nothing is
 */
@TemplateData
public record FormState(String id, String key, Map<String, String> values, Map<String, String> errors, String message) {

    public static final String KEY = "key";

    private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public static FormState empty(String id, Map<String, String> values) {
        return new FormState(id, UUID.randomUUID().toString(), values, Map.of(), "");
    }

    /** What was sent, of these fields. Line ends as the services know them. */
    public static FormState sent(String id, List<String> fields, MultivaluedMap<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> {
            String typed = form.getFirst(field);
            values.put(field, typed == null ? "" : typed.replace("\r\n", "\n").strip());
        });
        String key = form.getFirst(KEY);
        return new FormState(id, key != null && KEYS.matcher(key).matches() ? key : UUID.randomUUID().toString(), values, Map.of(), "");
    }

    public FormState wrong(Map<String, String> byField, String whole) {
        return new FormState(id, key, values, byField, whole);
    }

    /** The same with another key, for what must be stored as something new. */
    public FormState anew() {
        return new FormState(id, UUID.randomUUID().toString(), values, errors, message);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean isWrong(String field) {
        return errors.containsKey(field);
    }

    public boolean failed() {
        return !errors.isEmpty() || !message.isEmpty();
    }

    public String fieldId(String field) {
        return id + "-" + field.replace('.', '-');
    }
}
