package nl.meldspoor.reporting.projection;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;
import nl.meldspoor.events.history.Step;
import nl.meldspoor.events.history.StepState;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.reporting.figures.CaseDeadline;

/**
 * The rows of one case, as JSON that PostgreSQL reads as records of the tables of the same names ({@code db/migration}).
 * Pure: the same events give the same rows on every day.
 *
 * @param holding what holds in it now, per table of figures and key ({@link FigureRows})
 */
record CaseRows(
        UUID caseId,
        JsonObject view,
        List<JsonObject> steps,
        List<JsonObject> obligations,
        List<JsonObject> deadlines,
        Map<FigureTable, Map<String, JsonObject>> holding) {

    /** Where a case stands before anything was recorded in a step. */
    private static final int FIRST_STEP = 1;

    static CaseRows of(String organisation, CaseHistory history) {
        UUID caseId = history.caseId();
        CaseReach reach = CaseReach.of(history);
        List<Step> steps = Steps.of(history);
        return new CaseRows(
                caseId,
                view(caseId, organisation, history, reach, steps),
                steps(caseId, steps),
                obligations(caseId, history),
                deadlines(caseId, organisation, history, reach),
                FigureRows.holding(history));
    }

    /** How many rows these are. */
    int count() {
        return 1 + steps.size() + obligations.size() + deadlines.size() + holding.values().stream().mapToInt(Map::size).sum();
    }

    private static JsonObject view(
            UUID caseId, String organisation, CaseHistory history, CaseReach reach, List<Step> steps) {
        return new JsonObject()
                .put("case_id", caseId.toString())
                .put("organisation", organisation)
                .put("route", reach.route().name())
                .put("status", reach.status().name())
                .put("unit", reach.unit())
                .put("region", reach.region())
                .put("version", history.version())
                .put("step_reached", stepReached(steps))
                .put("opened_at", history.openedAt().toString())
                .put("changed_at", history.changedAt().toString())
                .put("opened_by_ref", reach.openedByRef())
                .put("handler_ref", reach.handlerRef())
                .put("received_by_refs", texts(reach.receivedByRefs()))
                .put("assigned_refs", texts(reach.assignedRefs()))
                .put("excluded_refs", texts(reach.excludedRefs()))
                .put("accused_state", reach.accusedState().name())
                .put("accused_refs", texts(reach.accusedRefs()))
                .put("crime_suspicion", reach.crimeSuspicion())
                .put("sector", history.opened().sector().name())
                .put("legal_framework", history.opened().legalFramework().name())
                .put("client_role", history.opened().clientRole().name());
    }

    /** The furthest step in which something was recorded: steps may be taken in any order, so "the" step is a choice. */
    private static int stepReached(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.state() != StepState.NOT_STARTED)
                .mapToInt(Step::step)
                .max()
                .orElse(FIRST_STEP);
    }

    private static List<JsonObject> steps(UUID caseId, List<Step> steps) {
        return steps.stream()
                .map(step -> new JsonObject()
                        .put("case_id", caseId.toString())
                        .put("step", step.step())
                        .put("name", step.name())
                        .put("state", step.state().name())
                        .put("missing", texts(step.missing())))
                .toList();
    }

    private static List<JsonObject> obligations(UUID caseId, CaseHistory history) {
        List<OpenOrMet> all = Obligations.of(history);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new JsonObject()
                        .put("case_id", caseId.toString())
                        .put("ordinal", i)
                        .put("id", all.get(i).id())
                        .put("state", all.get(i).state().name())
                        .put("since", all.get(i).since())
                        .put("met_by", all.get(i).metBy()))
                .toList();
    }

    private static List<JsonObject> deadlines(
            UUID caseId, String organisation, CaseHistory history, CaseReach reach) {
        List<CaseDeadline> all = CaseDeadline.of(history);
        return IntStream.range(0, all.size())
                .mapToObj(i -> deadline(all.get(i))
                        .put("case_id", caseId.toString())
                        .put("ordinal", i)
                        .put("organisation", organisation)
                        .put("route", reach.route().name())
                        .put("unit", reach.unit())
                        .put("crime_suspicion", reach.crimeSuspicion()))
                .toList();
    }

    private static JsonObject deadline(CaseDeadline deadline) {
        return new JsonObject()
                .put("kind", deadline.kind())
                .put("obligation", deadline.obligation())
                .put("since", deadline.since())
                .put("by_analogy", deadline.byAnalogy())
                .put("started_on", deadline.startedOn().toString())
                .put("half_on", deadline.halfOn().toString())
                .put("due_on", deadline.dueOn().toString())
                .put("latest_on", deadline.latestOn().toString())
                .put("target_on", deadline.targetOn().toString())
                .put("calendar_version", deadline.calendarVersion())
                .put("met_on", deadline.metOn() == null ? null : deadline.metOn().toString())
                .put("standing", standing(deadline));
    }

    private static String standing(CaseDeadline deadline) {
        if (deadline.metOn() == null) {
            return "UNMET";
        }
        return deadline.metOn().isAfter(deadline.dueOn()) ? "MET_LATE" : "MET";
    }

    private static JsonArray texts(Collection<String> values) {
        return new JsonArray(List.copyOf(values));
    }
}
