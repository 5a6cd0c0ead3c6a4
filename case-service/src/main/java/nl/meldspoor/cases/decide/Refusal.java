package nl.meldspoor.cases.decide;

import java.util.List;

/**
 * One rule that refuses.
 *
 * @param open CLO-1: ids of the obligations that hold the case open; else empty
 */
public record Refusal(Rule rule, List<String> open) {

    public Refusal {
        open = List.copyOf(open);
    }
}
