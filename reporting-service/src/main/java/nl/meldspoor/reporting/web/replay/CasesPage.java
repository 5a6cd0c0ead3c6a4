package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Place;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.peers.CaseService;
import nl.meldspoor.reporting.web.words.CaseWords;
import nl.meldspoor.reporting.web.words.Moments;

/** {@code /cases}: the cases the visitor may see, the latest change first; to find one by its number, route, unit or status. */
@Path("/cases")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class CasesPage {

    private static final int PAGE_OF = 50;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @CheckedTemplate(basePath = "replay")
    static class Templates {
        static native TemplateInstance cases(Visit visit, Filter filter, List<Line> lines, String next);

        private Templates() {}
    }

    /** What was asked for; empty where nothing was. */
    public record Filter(String id, String route, String status, String unit) {

        /** @param cursor where the next page starts */
        public String page(String cursor) {
            return "/cases?route=" + encoded(route) + "&status=" + encoded(status) + "&unit=" + encoded(unit) + "&cursor=" + encoded(cursor);
        }

        private static String encoded(String value) {
            return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
        }

        public boolean none() {
            return route.isEmpty() && status.isEmpty() && unit.isEmpty();
        }
    }

    /** A case in the list. */
    public record Line(String href, String route, String unit, String status, boolean open, String changed, long version, List<String> duties) {}

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    CaseService cases;

    @Inject
    Clock clock;

    @GET
    public Object list(
            @QueryParam("id") String id,
            @QueryParam("route") String route,
            @QueryParam("status") String status,
            @QueryParam("unit") String unit,
            @QueryParam("cursor") String cursor) {
        if (!Place.CASES.isFor(caller.get())) {
            throw ProblemException.forbidden("This role sees no cases.");
        }
        var filter = new Filter(text(id), text(route), text(status), text(unit));
        if (ID.matcher(filter.id()).matches()) {
            return Response.seeOther(URI.create("/cases/" + filter.id().toLowerCase(java.util.Locale.ROOT))).build();
        }
        if (!filter.id().isEmpty()) {
            throw ProblemException.notFound();
        }
        JsonNode page = cases.find(some(route), some(status), some(unit), some(cursor), PAGE_OF);
        return Templates.cases(visits.get(), filter, lines(page), page.path("next").isTextual() ? page.path("next").asText() : "");
    }

    private List<Line> lines(JsonNode page) {
        Visit visit = visits.get();
        List<Line> lines = new ArrayList<>();
        page.path("items").forEach(item -> {
            List<String> duties = new ArrayList<>();
            item.path("openObligations").forEach(duty -> duties.add(
                    Obligations.byId(duty.asText()).map(o -> visit.t(o.text().nl(), o.text().en())).orElse(duty.asText())));
            lines.add(new Line(
                    "/cases/" + item.path("id").asText(),
                    visit.t(CaseWords.route(item.path("route").asText())),
                    item.path("unit").asText(),
                    visit.t(CaseWords.status(item.path("status").asText())),
                    item.path("status").asText().equals("OPEN"),
                    Moments.of(Instant.parse(item.path("changedAt").asText()), visit, clock),
                    item.path("version").asLong(),
                    duties));
        });
        return lines;
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    private static String some(String given) {
        return text(given).isEmpty() ? null : text(given);
    }
}
