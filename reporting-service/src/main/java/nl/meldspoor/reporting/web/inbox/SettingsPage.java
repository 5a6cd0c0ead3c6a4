package nl.meldspoor.reporting.web.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Place;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.forms.FormFaults;
import nl.meldspoor.reporting.web.forms.FormState;
import nl.meldspoor.reporting.web.peers.NotificationService;

/** {@code /inbox/settings}: whether and when mail says that something waits. */
@Path("/inbox/settings")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SettingsPage {

    private static final List<String> FIELDS =
            List.of("language", "email.enabled", "email.address", "digestAt", "quietHours.from", "quietHours.until", "email.available");

    @CheckedTemplate(basePath = "inbox")
    static class Templates {
        static native TemplateInstance settings(Visit visit, FormState form, boolean mail, boolean done);

        private Templates() {}
    }

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    NotificationService notifications;

    @GET
    public TemplateInstance show(@QueryParam("done") String done) {
        enter();
        FormState form = FormState.empty("settings", values(notifications.settings()));
        return page(form, done != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object keep(MultivaluedMap<String, String> sent) {
        enter();
        FormState form = FormState.sent("settings", FIELDS, sent);
        try {
            notifications.keepSettings(body(form));
        } catch (ProblemException e) {
            return switch (e.problem().status()) {
                case 400, 503 -> Response.status(e.problem().status())
                        .entity(page(FormFaults.in(form, e.problem(), visits.get()), false))
                        .build();
                default -> throw e;
            };
        }
        return Response.seeOther(URI.create("/inbox/settings?done=1")).build();
    }

    private TemplateInstance page(FormState form, boolean done) {
        return Templates.settings(visits.get(), form, !form.value("email.available").equals("false"), done);
    }

    private static Map<String, String> values(JsonNode settings) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("language", settings.path("language").asText("nl"));
        values.put("email.enabled", settings.at("/email/enabled").asBoolean() ? "on" : "");
        values.put("email.address", text(settings.at("/email/address")));
        values.put("digestAt", text(settings.path("digestAt")));
        values.put("quietHours.from", text(settings.at("/quietHours/from")));
        values.put("quietHours.until", text(settings.at("/quietHours/until")));
        values.put("email.available", Boolean.toString(settings.at("/email/available").asBoolean()));
        return values;
    }

    private static ObjectNode body(FormState form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("language", form.value("language"));
        body.put("digestAt", some(form.value("digestAt")));
        if (form.value("quietHours.from").isEmpty() && form.value("quietHours.until").isEmpty()) {
            body.putNull("quietHours");
        } else {
            body.putObject("quietHours")
                    .put("from", some(form.value("quietHours.from")))
                    .put("until", some(form.value("quietHours.until")));
        }
        body.putObject("email")
                .put("enabled", form.value("email.enabled").equals("on"))
                .put("address", some(form.value("email.address")));
        return body;
    }

    private static String some(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : "";
    }

    private void enter() {
        if (!Place.INBOX.isFor(caller.get())) {
            throw ProblemException.forbidden("This role has no inbox.");
        }
    }
}
