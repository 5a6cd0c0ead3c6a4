package nl.meldspoor.reporting.web.liaison;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.words.EntryWords;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.forms.FormFaults;
import nl.meldspoor.reporting.web.forms.FormState;
import nl.meldspoor.reporting.web.forms.LocalMoment;
import nl.meldspoor.reporting.web.peers.CaseService;
import nl.meldspoor.reporting.web.peers.CaseService.MeldingAnswer;

/**
 * {@code /meldingen}: the meldingen of the region, what nobody confirmed yet first. What somebody fills in is stored once, however often
 * it is sent, and comes back in the form when it could not be stored.
 */
@Path("/meldingen")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class MeldingenPage {

    private static final int PAGE_OF = 100;
    private static final List<String> ACKNOWLEDGEMENT = List.of("receivedAt", "reference", "by.name", "by.function");
    private static final List<String> FEEDBACK = List.of("kind", "receivedAt", "outcome", "from.name", "from.function");

    @CheckedTemplate(basePath = "liaison")
    static class Templates {
        static native TemplateInstance meldingen(Visit visit, String region, List<MeldingView> waiting, List<MeldingView> answered, String next, boolean first);

        static native TemplateInstance melding(
                Visit visit, MeldingView melding, FormState acknowledgement, FormState feedback, List<Kind> kinds, String done);

        static native TemplateInstance again(Visit visit, String action, FormState acknowledgement, FormState feedback, List<Kind> kinds);

        private Templates() {}
    }

    /** A kind of feedback, in words. */
    public record Kind(String code, String word) {}

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    CaseService cases;

    @Inject
    Clock clock;

    @GET
    public TemplateInstance list(@QueryParam("cursor") String cursor) {
        String region = region();
        Visit visit = visits.get();
        JsonNode page = cases.meldingen(cursor, PAGE_OF);
        List<MeldingView> all = StreamSupport.stream(page.path("items").spliterator(), false)
                .map(told -> MeldingView.of(told, visit, clock))
                .sorted(Comparator.comparing(MeldingView::moment).reversed())
                .toList();
        return Templates.meldingen(
                visit,
                region,
                all.stream().filter(melding -> !melding.acknowledged()).toList(),
                all.stream().filter(MeldingView::acknowledged).toList(),
                page.path("next").asText("").equals("null") ? "" : page.path("next").asText(""),
                cursor == null);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") String id, @QueryParam("done") String done) {
        region();
        return page(uuid(id), acknowledgement(), feedback(), done == null ? "" : done);
    }

    @POST
    @Path("{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object acknowledge(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        region();
        FormState sent = FormState.sent("acknowledgement", ACKNOWLEDGEMENT, form);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("receivedAt", LocalMoment.sent(sent.value("receivedAt"))).put("reference", sent.value("reference"));
        body.putObject("by").put("name", sent.value("by.name")).put("function", sent.value("by.function"));
        return record(uuid(id), MeldingAnswer.ACKNOWLEDGEMENT, sent, body);
    }

    @POST
    @Path("{id}/feedback")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object tell(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        region();
        FormState sent = FormState.sent("feedback", FEEDBACK, form);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!sent.value("kind").isEmpty()) {
            body.put("kind", sent.value("kind"));
        }
        body.put("receivedAt", LocalMoment.sent(sent.value("receivedAt"))).put("outcome", sent.value("outcome"));
        body.putObject("from").put("name", sent.value("from.name")).put("function", sent.value("from.function"));
        return record(uuid(id), MeldingAnswer.FEEDBACK, sent, body);
    }

    /** To the melding with what is new; else the form as it was, with what was wrong. */
    private Object record(UUID id, MeldingAnswer answer, FormState sent, ObjectNode body) {
        try {
            cases.answer(id, answer, sent.key(), body);
        } catch (ProblemException e) {
            return switch (e.problem().status()) {
                case 400, 409, 413 -> Response.status(e.problem().status())
                        .entity(withFaults(id, answer, FormFaults.in(sent, e.problem(), visits.get())))
                        .build();
                case 503 -> Response.status(503)
                        .entity(again(id, answer, FormFaults.in(sent, e.problem(), visits.get())))
                        .build();
                default -> throw e;
            };
        }
        return Response.seeOther(URI.create("/meldingen/" + id + "?done=" + sent.id())).build();
    }

    private TemplateInstance withFaults(UUID id, MeldingAnswer answer, FormState wrong) {
        FormState renewed = wrong.errors().isEmpty() ? wrong.anew() : wrong;
        return answer == MeldingAnswer.ACKNOWLEDGEMENT
                ? page(id, renewed, feedback(), "")
                : page(id, acknowledgement(), renewed, "");
    }

    /** Without the melding, which comes from the service that does not answer: nothing but what was typed. */
    private TemplateInstance again(UUID id, MeldingAnswer answer, FormState wrong) {
        return Templates.again(
                visits.get(),
                "/meldingen/" + id,
                answer == MeldingAnswer.ACKNOWLEDGEMENT ? wrong : null,
                answer == MeldingAnswer.FEEDBACK ? wrong : null,
                kinds());
    }

    private TemplateInstance page(UUID id, FormState acknowledgement, FormState feedback, String done) {
        Visit visit = visits.get();
        return Templates.melding(
                visit, MeldingView.of(cases.melding(id), visit, clock), acknowledgement, feedback, kinds(), done);
    }

    private FormState acknowledgement() {
        return FormState.empty("acknowledgement", Map.of("receivedAt", LocalMoment.now(clock)));
    }

    private FormState feedback() {
        return FormState.empty("feedback", Map.of("receivedAt", LocalMoment.now(clock)));
    }

    private List<Kind> kinds() {
        Visit visit = visits.get();
        return Stream.of(FeedbackKind.values())
                .map(kind -> {
                    var words = EntryWords.code(FeedbackKind.class, kind.name());
                    return new Kind(kind.name(), visit.t(words.nl(), words.en()));
                })
                .toList();
    }

    private String region() {
        var who = caller.get();
        who.requireAny(Role.VT_LIAISON);
        return who.region().orElse("");
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
