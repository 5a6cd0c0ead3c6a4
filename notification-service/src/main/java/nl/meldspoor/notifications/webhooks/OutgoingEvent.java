package nl.meldspoor.notifications.webhooks;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What a subscriber is told: a thin CloudEvent (NL GOV profile, structured mode). It names the case and what kind of thing happened;
 * whoever may open the case finds the rest at {@code dataref}.
 *
 * @param position the place from which a replay can start
 */
record OutgoingEvent(UUID id, String organisation, UUID caseId, String kind, long position, Instant createdAt) {

    static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

    /** {@code nl.meldspoor.notifications.melding-made.v1}. */
    static String type(String kind) {
        return "nl.meldspoor.notifications." + kind.toLowerCase(Locale.ROOT).replace('_', '-') + ".v1";
    }

    /**
     * @param source who we are
     * @param casesUrl the case-service, without a path
     */
    String json(String source, String casesUrl) {
        return new JsonObject()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", source)
                .put("type", type(kind))
                .put("subject", caseId.toString())
                .put("time", createdAt.toString())
                .put("datacontenttype", "application/json")
                .put("dataref", casesUrl + "/v1/cases/" + caseId)
                .put(
                        "data",
                        new JsonObject()
                                .put("organisation", organisation)
                                .put("caseId", caseId.toString())
                                .put("kind", kind)
                                .put("position", position))
                .encode();
    }
}
