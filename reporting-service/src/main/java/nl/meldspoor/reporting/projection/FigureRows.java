package nl.meldspoor.reporting.projection;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.reporting.figures.CaseFigures;
import nl.meldspoor.reporting.figures.CountedFact;
import nl.meldspoor.reporting.figures.Standing;
import nl.meldspoor.reporting.figures.TermStanding;

/**
 * How new events change what holds in a case, as rows of the tables of figures. Pure. After each event the figures are derived
 * anew and compared with those before it; only what differs ends or begins, at the moment the event was recorded. Events of one
 * moment are taken together: nobody can ask for a moment between them.
 *
 * @param ended per table the case, the key and the moment of what held before the new events and does not any more
 * @param begun per table the rows that began, those that ended again among the new events included
 */
record FigureRows(Map<FigureTable, List<JsonObject>> ended, Map<FigureTable, List<JsonObject>> begun) {

    /**
     * @param versionBefore the version whose rows are there already, 0 for none
     * @param heldBefore what held at that version; empty when it is to be derived
     * @param holdsNow what holds after the new events
     */
    static FigureRows of(
            String organisation,
            CaseHistory history,
            long versionBefore,
            Optional<Map<FigureTable, Map<String, JsonObject>>> heldBefore,
            Map<FigureTable, Map<String, JsonObject>> holdsNow) {
        Map<FigureTable, List<JsonObject>> ended = new EnumMap<>(FigureTable.class);
        Map<FigureTable, List<JsonObject>> begun = new EnumMap<>(FigureTable.class);
        Map<FigureTable, Stretches> stretches = new EnumMap<>(FigureTable.class);
        for (FigureTable table : FigureTable.values()) {
            ended.put(table, new ArrayList<>());
            begun.put(table, new ArrayList<>());
            stretches.put(table, new Stretches(organisation, history, ended.get(table), begun.get(table)));
        }
        heldBefore
                .or(() -> history.upTo(versionBefore).map(FigureRows::holding))
                .ifPresent(before -> stretches.forEach((table, of) -> of.heldBefore(before.get(table))));
        for (long version = versionBefore + 1; version <= history.version(); version++) {
            Instant recordedAt = recordedAt(history, version);
            if (version == history.version() || !recordedAt(history, version + 1).equals(recordedAt)) {
                Map<FigureTable, Map<String, JsonObject>> now = version == history.version()
                        ? holdsNow
                        : holding(history.upTo(version).orElseThrow());
                long since = version;
                stretches.forEach((table, of) -> of.now(now.get(table), since, recordedAt));
            }
        }
        return new FigureRows(ended, begun);
    }

    private static Instant recordedAt(CaseHistory history, long version) {
        return history.events().get((int) version - 1).recordedAt();
    }

    /** What holds, per table and key; whose case it is and since when is not part of it. */
    static Map<FigureTable, Map<String, JsonObject>> holding(CaseHistory history) {
        CaseFigures figures = CaseFigures.of(history);
        Map<FigureTable, Map<String, JsonObject>> content = new EnumMap<>(FigureTable.class);
        content.put(FigureTable.STANDING, Map.of("case", standing(figures.standing())));
        Map<String, JsonObject> terms = new LinkedHashMap<>();
        figures.terms().forEach(term -> terms.put(Integer.toString(term.ordinal()), term(term)));
        content.put(FigureTable.TERM, terms);
        Map<String, JsonObject> facts = new LinkedHashMap<>();
        figures.facts().forEach(fact -> facts.put(fact.key(), fact(fact)));
        content.put(FigureTable.FACT, facts);
        return content;
    }

    private static JsonObject standing(Standing standing) {
        return new JsonObject()
                .put("status", standing.status())
                .put("step", standing.step())
                .put("open_obligations", String.join(" ", standing.openObligations()));
    }

    private static JsonObject term(TermStanding term) {
        return new JsonObject()
                .put("kind", term.kind())
                .put("obligation", term.obligation())
                .put("started_on", term.startedOn().toString())
                .put("half_on", term.halfOn().toString())
                .put("due_on", term.dueOn().toString())
                .put("met_on", text(term.metOn()));
    }

    private static JsonObject fact(CountedFact fact) {
        return new JsonObject()
                .put("kind", fact.kind().name())
                .put("value", fact.value())
                .put("happened_on", fact.happenedOn().toString())
                .put("days", fact.days());
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** The rows of one table while events go by. */
    private static final class Stretches {
        private final String organisation;
        private final UUID caseId;
        private final String route;
        private final List<JsonObject> ended;
        private final List<JsonObject> begun;
        private final Map<String, JsonObject> holds = new HashMap<>();
        /** Of what holds, the rows that began among the new events; the others are in the database. */
        private final Map<String, JsonObject> rows = new HashMap<>();

        Stretches(String organisation, CaseHistory history, List<JsonObject> ended, List<JsonObject> begun) {
            this.organisation = organisation;
            this.caseId = history.caseId();
            this.route = history.route().name();
            this.ended = ended;
            this.begun = begun;
        }

        void heldBefore(Map<String, JsonObject> content) {
            holds.putAll(content);
        }

        void now(Map<String, JsonObject> content, long version, Instant recordedAt) {
            List<String> over = holds.keySet().stream()
                    .filter(key -> !holds.get(key).equals(content.get(key)))
                    .toList();
            over.forEach(key -> end(key, recordedAt));
            content.forEach((key, what) -> {
                if (!holds.containsKey(key)) {
                    begin(key, what, version, recordedAt);
                }
            });
        }

        private void end(String key, Instant recordedAt) {
            holds.remove(key);
            JsonObject row = rows.remove(key);
            if (row != null) {
                row.put("valid_to", recordedAt.toString());
            } else {
                ended.add(new JsonObject()
                        .put("case_id", caseId.toString())
                        .put("key", key)
                        .put("valid_to", recordedAt.toString()));
            }
        }

        private void begin(String key, JsonObject what, long version, Instant recordedAt) {
            JsonObject row = what.copy()
                    .put("case_id", caseId.toString())
                    .put("key", key)
                    .put("since_version", version)
                    .put("organisation", organisation)
                    .put("route", route)
                    .put("valid_from", recordedAt.toString())
                    .put("valid_to", null);
            holds.put(key, what);
            rows.put(key, row);
            begun.add(row);
        }
    }
}
