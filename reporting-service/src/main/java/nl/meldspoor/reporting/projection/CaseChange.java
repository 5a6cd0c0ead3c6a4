package nl.meldspoor.reporting.projection;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.meldspoor.events.history.CaseHistory;

/**
 * How new events change the rows of a case. Pure.
 *
 * @param versionBefore the version whose rows are in the database, 0 for none
 * @param before these rows; empty when they are not known, and all are written anew
 * @param history the case with the new events
 * @param figures how they change what holds in it
 */
record CaseChange(
        long versionBefore, Optional<CaseRows> before, CaseRows after, CaseHistory history, FigureRows figures) {

    static CaseChange of(String organisation, long versionBefore, Optional<CaseRows> before, CaseHistory history) {
        CaseRows after = CaseRows.of(organisation, history);
        return new CaseChange(
                versionBefore,
                before,
                after,
                history,
                FigureRows.of(organisation, history, versionBefore, before.map(CaseRows::holding), after.holding()));
    }

    UUID caseId() {
        return after.caseId();
    }

    boolean isOfNewCase() {
        return versionBefore == 0;
    }

    /** Whether these rows differ from what is in the database. */
    boolean changes(Function<CaseRows, List<JsonObject>> rows) {
        return before.isEmpty() || !rows.apply(before.get()).equals(rows.apply(after));
    }
}
