package nl.meldspoor.reporting.web.statistics;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldspoor.reporting.statistics.Grouping;
import nl.meldspoor.reporting.statistics.StatisticsResource;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;

/** {@code /statistics}: what may be shown to everybody in the organisation's councils, and as CSV. */
@Path("/")
@RunOnVirtualThread
public class StatisticsPage {

    @CheckedTemplate(basePath = "statistics")
    static class Templates {
        static native TemplateInstance statistics(Visit visit, Tables tables, List<Choice> groupings, String query);

        private Templates() {}
    }

    /** Something one can group by. */
    record Choice(String value, String label, boolean chosen) {}

    @Inject
    CurrentVisit visits;

    @Inject
    StatisticsResource statistics;

    @GET
    @Path("statistics")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("groupBy") String groupBy) {
        Visit visit = visits.get();
        var view = statistics.json(given(from), given(to), given(groupBy));
        return Templates.statistics(
                visit,
                Tables.of(view, visit),
                Stream.of(Grouping.values())
                        .map(g -> new Choice(g.code(), visit.t(StatisticsWords.grouping(g.code())), g.code().equals(view.groupBy())))
                        .toList(),
                query(from, to, groupBy));
    }

    /** The same as CSV, for who has no token but a session. */
    @GET
    @Path("statistics.csv")
    public Response csv(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("groupBy") String groupBy) {
        return statistics.csv(given(from), given(to), given(groupBy));
    }

    /** A field that was left open in the form is an empty text. */
    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String query(String from, String to, String groupBy) {
        String pairs = Stream.of(pair("from", from), pair("to", to), pair("groupBy", groupBy))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    private static String pair(String name, String value) {
        return given(value) == null ? "" : name + "=" + URLEncoder.encode(given(value), StandardCharsets.UTF_8);
    }
}
