package nl.meldspoor.cases.store;

import java.util.List;
import java.util.Objects;

/**
 * The open obligations of a case as its head keeps them, for lists.
 *
 * @param open ids, in the order of the catalogue
 * @param derivedBy which catalogue they follow from; another one: derive them again. Empty when they were not derived
 */
public record HeadObligations(List<String> open, String derivedBy) {

    /** Not derived: whoever lists the case does. */
    public static final HeadObligations UNKNOWN = new HeadObligations(List.of(), "");

    public HeadObligations {
        open = List.copyOf(open);
        Objects.requireNonNull(derivedBy, "derivedBy");
    }
}
