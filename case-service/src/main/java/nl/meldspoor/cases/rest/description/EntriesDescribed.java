package nl.meldspoor.cases.rest.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
import nl.meldspoor.events.EventType;
import nl.meldspoor.http.ApiDescription;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;

/**
 * Puts a path for every entry of the catalogue in place of the one resource that takes them all, and names the schemas of answers. Works
 * before the description common to the services does.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 100)
public final class EntriesDescribed implements OASFilter {

    private static final String CASES = "/v1/cases";
    private static final String EVERY_ENTRY = CASES + "/{caseId}/{entry";
    private static final String MELDING = "/v1/meldingen/{meldingId}/";

    /** What the reads answer with 200, or 201 for an inspection. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry(CASES, "CasePage"),
            Map.entry(CASES + "/{caseId}", "Case"),
            Map.entry(CASES + "/{caseId}/events", "EventPage"),
            Map.entry(CASES + "/{caseId}/events/{sequence}", "Event"),
            Map.entry(CASES + "/{caseId}/course", "Course"),
            Map.entry(CASES + "/{caseId}/changes", "EntryChangesPage"),
            Map.entry(CASES + "/{caseId}/access-log", "AccessLogPage"),
            Map.entry(CASES + "/{caseId}/proof", "Proof"),
            Map.entry("/v1/inspections", "InspectedPage"),
            Map.entry("/v1/meldingen", "SentMeldingPage"),
            Map.entry("/v1/meldingen/{meldingId}", "SentMelding"),
            Map.entry("/v1/log/checkpoint", "LogCheckpoint"),
            Map.entry("/v1/log/checkpoints", "LogCheckpointPage"),
            Map.entry("/v1/log/key", "LogKeys"),
            Map.entry("/v1/retention", "RetentionPage"),
            Map.entry("/v1/retention-settings", "RetentionSettings"),
            Map.entry("/v1/rules", "RulePage"),
            Map.entry("/v1/rules/{id}", "Rule"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        EntrySchemas.all().forEach(components::addSchema);
        AnswerSchemas.all().forEach(components::addSchema);
        api.setComponents(components);
        var paths = api.getPaths();
        // the pattern of the resource may stand in the address, or not
        paths.getPathItems().keySet().stream().filter(path -> path.startsWith(EVERY_ENTRY)).toList().forEach(paths::removePathItem);
        for (var type : EventType.values()) {
            if (type.isEntry()) {
                entry(paths, type);
            }
        }
        liaison(components, paths, EventType.MELDING_ACKNOWLEDGED);
        liaison(components, paths, EventType.VEILIG_THUIS_FEEDBACK_RECEIVED);
        ANSWERS.forEach((path, schema) -> answers(paths, path, schema));
        inspections(paths);
    }

    private static void entry(Paths paths, EventType type) {
        var body = SchemaNames.of(type.record());
        var operationId = "record" + body;
        if (type == EventType.CASE_OPENED) {
            paths.getPathItem(CASES).setPOST(EntryOperations.of(type, operationId, body));
        } else {
            paths.addPathItem(
                    CASES + "/{caseId}/" + type.entryPath(),
                    OASFactory.createPathItem().POST(EntryOperations.of(type, operationId, body, EntryOperations.id("caseId"))));
        }
    }

    /** For the liaison the address names the melding. */
    private static void liaison(Components components, Paths paths, EventType type) {
        var body = SchemaNames.of(type.record()) + "ByLiaison";
        components.addSchema(body, EntrySchemas.without(type, Set.of("meldingId")));
        paths.addPathItem(
                MELDING + type.entryPath(),
                OASFactory.createPathItem()
                        .POST(EntryOperations.of(type, "record" + body, body, EntryOperations.id("meldingId"))));
    }

    private static void answers(Paths paths, String path, String schema) {
        var item = paths.getPathItem(path);
        if (item != null && item.getGET() != null) {
            answer(item.getGET(), "200", schema);
            if (path.contains("{")) {
                outOfReach(item.getGET());
            }
        }
    }

    private static void inspections(Paths paths) {
        var item = paths.getPathItem(CASES + "/{caseId}/inspections");
        item.getPOST().getResponses().removeAPIResponse("200");
        answer(item.getPOST(), "201", "Inspection");
        outOfReach(item.getPOST());
        item.getPOST().getResponses().addAPIResponse("403", ApiDescription.problem("Only an auditor inspects"));
        item.getPOST().setRequestBody(OASFactory.createRequestBody().required(true).content(EntryOperations.content("InspectionReason")));
    }

    private static void outOfReach(Operation operation) {
        operation.getResponses().addAPIResponse("404", ApiDescription.problem("Not there, or out of reach: nobody learns which"));
    }

    private static void answer(Operation operation, String status, String schema) {
        operation.getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().description("As asked for").content(EntryOperations.content(schema)));
    }
}
