package nl.meldspoor.reporting.web.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.signin.AccessToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The case-service, asked as the visitor and in his language. Answers 503 when it cannot be reached. */
@ApplicationScoped
public class CaseService {

    /** What Veilig Thuis answers to a melding; the name is the path. */
    public enum MeldingAnswer {
        ACKNOWLEDGEMENT("acknowledgements"),
        FEEDBACK("feedback");

        private final String path;

        MeldingAnswer(String path) {
            this.path = path;
        }
    }

    /** Each takes the case-service some milliseconds when the case is long. */
    private static final int CHANGES_AT_A_TIME = 100;

    @Inject
    @RestClient
    CaseApi api;

    @Inject
    AccessToken token;

    @Inject
    CurrentVisit visit;

    /** The cases the visitor may see, the latest change first; null where nothing is asked for. */
    public JsonNode find(String route, String status, String unit, String cursor, int limit) {
        String bearer = bearer();
        return Asking.ask(() -> api.find(bearer, route, status, unit, cursor, limit));
    }

    /** The case as it is now. */
    public JsonNode theCase(UUID id) {
        String bearer = bearer();
        String language = language();
        return Asking.ask(() -> api.theCase(bearer, language, id, null));
    }

    /** The case as it was after so many entries. */
    public JsonNode theCase(UUID id, long version) {
        String bearer = bearer();
        String language = language();
        return Asking.ask(() -> api.theCase(bearer, language, id, version));
    }

    /** All its entries in order, opened as far as the visitor may read them. */
    public JsonNode events(UUID id) {
        String bearer = bearer();
        return Asking.ask(() -> api.events(bearer, id));
    }

    /** One entry, opened as far as the visitor may read it. */
    public JsonNode event(UUID id, long sequence) {
        String bearer = bearer();
        return Asking.ask(() -> api.event(bearer, id, sequence));
    }

    /** All its entries in order, without content. */
    public JsonNode course(UUID id) {
        String bearer = bearer();
        return Asking.ask(() -> api.course(bearer, id));
    }

    /** What one entry changed; for who sees the whole course. */
    public JsonNode changes(UUID id, long sequence) {
        return changes(id, sequence - 1, 1).path("items").path(0);
    }

    /** What each entry changed, in order. */
    public List<JsonNode> changes(UUID id) {
        List<JsonNode> all = new ArrayList<>();
        long after = 0;
        JsonNode next;
        do {
            JsonNode page = changes(id, after, CHANGES_AT_A_TIME);
            page.path("items").forEach(all::add);
            next = page.path("next");
            after = next.asLong();
        } while (next.isTextual());
        return all;
    }

    private JsonNode changes(UUID id, long after, int limit) {
        String bearer = bearer();
        String language = language();
        return Asking.ask(() -> api.changes(bearer, language, id, after, limit));
    }

    /** What is needed to recompute the chain. */
    public JsonNode proof(UUID id) {
        String bearer = bearer();
        return Asking.ask(() -> api.proof(bearer, id));
    }

    /** The first checkpoint of the organisation's log over at least so many events, if there is one; 403 for who may not see the log. */
    public Optional<JsonNode> firstCheckpoint(long covering) {
        String bearer = bearer();
        JsonNode found = Asking.ask(() -> api.checkpoints(bearer, covering)).path("items");
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** That an event is in the tree of the checkpoint of that size. */
    public JsonNode inclusion(UUID id, long sequence, long size) {
        String bearer = bearer();
        return Asking.ask(() -> api.inclusion(bearer, id, sequence, size));
    }

    /** An auditor says why he looks: opens the content for eight hours. */
    public JsonNode inspect(UUID id, String reason) {
        String bearer = bearer();
        var body = JsonNodeFactory.instance.objectNode().put("reason", reason);
        return Asking.once(() -> api.inspect(bearer, id, body));
    }

    /** The meldingen of the liaison's region, newest first. */
    public JsonNode meldingen(String cursor, int limit) {
        String bearer = bearer();
        return Asking.ask(() -> api.meldingen(bearer, cursor, limit));
    }

    public JsonNode melding(UUID id) {
        String bearer = bearer();
        return Asking.ask(() -> api.melding(bearer, id));
    }

    /** @param key the same key again stores nothing twice */
    public void answer(UUID meldingId, MeldingAnswer answer, String key, JsonNode body) {
        String bearer = bearer();
        String language = language();
        Asking.ask(() -> api.answer(bearer, language, key, meldingId, answer.path, body));
    }

    private String bearer() {
        return "Bearer " + token.get();
    }

    private String language() {
        return visit.get().tag();
    }
}
