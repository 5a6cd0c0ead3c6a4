package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One thing with its label.
 *
 * @param name the member it comes from, or a name of its own
 * @param values Dutch text, one per thing; empty unless recorded
 * @param code the code behind a single answer, null for text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Row(String name, String label, State state, List<String> values, String code) {

    /** Whether there is a value, and if not, why. */
    public enum State {
        RECORDED,
        /** The reader asks for it, and the case does not say it. */
        NOT_RECORDED,
        /** It was recorded, and its key was destroyed. */
        ERASED
    }

    public Row {
        values = List.copyOf(values);
    }

    static Row of(String name, String label, String value) {
        return new Row(name, label, State.RECORDED, List.of(value), null);
    }

    static Row of(String name, String label, List<String> values) {
        return values.isEmpty() ? missing(name, label) : new Row(name, label, State.RECORDED, values, null);
    }

    static Row missing(String name, String label) {
        return new Row(name, label, State.NOT_RECORDED, List.of(), null);
    }

    static Row erased(String name, String label) {
        return new Row(name, label, State.ERASED, List.of(), null);
    }

    Row labelled(String newLabel) {
        return new Row(name, newLabel, state, values, code);
    }
}
