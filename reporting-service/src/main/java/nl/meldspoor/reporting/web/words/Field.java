package nl.meldspoor.reporting.web.words;

import java.util.List;

/**
 * One line of an entry: what it is called and what was recorded.
 *
 * @param values several for a list; empty when it is not recorded
 */
public record Field(String label, List<String> values) {

    public boolean recorded() {
        return !values.isEmpty();
    }
}
