package nl.meldspoor.events.history;

import java.util.function.Predicate;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.Route;

/**
 * Something the sources want recorded at least in a step. It guides and never refuses.
 *
 * @param id e.g. {@code SIGNALS.SOURCE}
 * @param route null: both routes
 * @param source document, step and at most one line of it
 * @param missing whether it is missing; what only sealed content could tell counts as recorded where its presence is not known
 */
public record Requirement(String id, Route route, int step, Bilingual text, String source, Predicate<CaseHistory> missing) {

    boolean isMissing(CaseHistory history) {
        return (route == null || route == history.route()) && missing.test(history);
    }
}
