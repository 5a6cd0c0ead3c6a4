package nl.meldspoor.cases.store;

import java.util.List;

/**
 * Which cases, in which order, how many: all that follows {@code from case_head h}.
 *
 * @param tail constant SQL over {@code h} with {@code $1}, {@code $2} … for the values; it ends in a limit. Input never becomes part of it
 * @param values in the order of their numbers; lists of text are passed as {@code text[]}
 */
public record HeadQuery(String tail, List<Object> values) {

    public HeadQuery {
        values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }
}
