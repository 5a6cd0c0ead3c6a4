package nl.meldspoor.reporting.web.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.dashboard.AsOf;
import nl.meldspoor.reporting.dashboard.OverviewCase;
import nl.meldspoor.reporting.dashboard.OverviewCases;
import nl.meldspoor.reporting.dashboard.OverviewFilter;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.CaseWords;
import nl.meldspoor.reporting.web.words.TermWords;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.Urgency;

/** {@code /overview/cases}: the cases a figure was counted from, as far as the visitor may see them one by one. */
@Path("/overview/cases")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class CasesPage {

    private static final String PAGE_OF = "50";
    private static final int CURSOR_KEYS = 2;
    private static final Set<String> PARAMETERS = Set.of(
            "route", "step", "status", "unit", "obligation", "urgency", "kind", "term", "outcome", "norm", "contact", "deviation",
            "leadFrom", "at", "cursor");

    @CheckedTemplate(basePath = "overview")
    static class Templates {
        static native TemplateInstance cases(
                Visit visit, List<String> filters, AsOf asOf, List<Line> lines, String next, boolean figuresOnly);

        private Templates() {}
    }

    /** One case in the list. */
    record Line(String href, String route, String unit, String opened, String step, String status, List<String> duties) {}

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    PersonRefs refs;

    @Inject
    OverviewCases cases;

    @Inject
    Clock clock;

    @GET
    public TemplateInstance list(@Context UriInfo uri) {
        Caller who = caller.get();
        Reach reach = Reach.ofCases(who, refs);
        Visit visit = visits.get();
        var asked = uri.getQueryParameters();
        ShapeErrors errors = new ShapeErrors();
        asked.keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> errors.addParameter(name.length() > 40 ? "…" : name, "unknown"));
        OverviewFilter filter = filter(asked, errors);
        AsOf asOf = AsOf.read(asked.getFirst("at"), clock.instant(), errors);
        errors.throwIfAny();
        Page.Request page = Page.request(PAGE_OF, asked.getFirst("cursor"), CURSOR_KEYS);
        Page<OverviewCase> cut = Page.of(
                cases.after(page.cursor().map(CasesPage::place), filter, reach, asOf, page.fetch()),
                page,
                item -> Cursor.of(item.openedAt().toString(), item.caseId().toString()));
        String next = cut.next() == null
                ? ""
                : uri.getRequestUriBuilder().replaceQueryParam("cursor", cut.next()).build().getRawQuery();
        return Templates.cases(
                visit,
                words(filter, visit),
                asOf,
                cut.items().stream().map(item -> line(item, visit)).toList(),
                next,
                seesFiguresOnly(who, filter));
    }

    private static OverviewFilter filter(MultivaluedMap<String, String> asked, ShapeErrors errors) {
        return OverviewFilter.read(
                new OverviewFilter.Parameters(
                        asked.getFirst("route"),
                        asked.getFirst("step"),
                        asked.getFirst("status"),
                        asked.getFirst("unit"),
                        asked.getFirst("obligation"),
                        asked.getFirst("urgency"),
                        asked.getFirst("kind"),
                        asked.getFirst("term"),
                        asked.getFirst("outcome"),
                        asked.getFirst("norm"),
                        asked.getFirst("contact"),
                        asked.getFirst("deviation"),
                        asked.getFirst("leadFrom")),
                errors);
    }

    private static OverviewCases.Place place(Cursor cursor) {
        try {
            return new OverviewCases.Place(Instant.parse(cursor.text(0)), cursor.uuid(1));
        } catch (DateTimeParseException e) {
            throw ShapeErrors.one("?cursor", "This is not a cursor that was given out here.");
        }
    }

    private static Line line(OverviewCase item, Visit visit) {
        return new Line(
                "/cases/" + item.caseId(),
                visit.t(CaseWords.route(item.route())),
                item.unit(),
                visit.day(AmsterdamDay.of(item.openedAt())),
                visit.t(CaseWords.step(item.stepName())),
                visit.t(CaseWords.status(item.status())),
                item.obligations().stream()
                        .map(id -> Obligations.byId(id).map(o -> visit.t(o.text().nl(), o.text().en())).orElse(id))
                        .toList());
    }

    /** The filter, said in words. */
    private static List<String> words(OverviewFilter filter, Visit visit) {
        List<String> words = new ArrayList<>();
        if (filter.route() != null) {
            words.add(visit.t(CaseWords.route(filter.route())));
        }
        if (filter.status() != null) {
            words.add(visit.t(CaseWords.status(filter.status())));
        }
        if (filter.step() != null && filter.route() != null) {
            words.add(visit.t("gekomen tot: ", "reached: ") + step(filter.route(), filter.step(), visit));
        }
        if (filter.unit() != null) {
            words.add(filter.unit());
        }
        if (filter.obligation() != null) {
            words.add(Obligations.byId(filter.obligation())
                    .map(o -> visit.t(o.text().nl(), o.text().en()))
                    .orElse(filter.obligation()));
        }
        if (filter.urgency() != null) {
            words.add(visit.t("termijn: ", "deadline: ") + visit.t(TermWords.urgency(Urgency.valueOf(filter.urgency()))));
        }
        if (filter.kind() != null) {
            words.add(visit.t(TermWords.kind(filter.kind())));
        }
        if (filter.term() != null) {
            words.add(filter.term().equals("MET")
                    ? visit.t("op tijd gedaan", "done in time")
                    : visit.t("te laat of niet gedaan", "late or not done"));
        }
        if (filter.outcome() != null) {
            boolean norm = filter.outcome().matches("REPORT_NORM_[1-3]");
            words.add(visit.t("weging: ", "assessment: ")
                    + visit.t(norm
                            ? CaseWords.outcome("REPORT", filter.outcome().charAt(filter.outcome().length() - 1) - '0')
                            : CaseWords.outcome(filter.outcome(), null)));
        }
        if (filter.contact() != null) {
            words.add(filter.contact().equals("ADVICE")
                    ? visit.t("advies gevraagd aan Veilig Thuis", "advice asked of Veilig Thuis")
                    : visit.t("melding bij Veilig Thuis", "report to Veilig Thuis"));
        }
        if (filter.deviation() != null) {
            words.add(visit.t("afgeweken van regel ", "deviated from rule ") + filter.deviation());
        }
        if (filter.leadFrom() != null && filter.route() != null) {
            words.add(step(filter.route(), filter.leadFrom(), visit) + " → " + step(filter.route(), filter.leadFrom() + 1, visit));
        }
        return words;
    }

    private static String step(String route, int step, Visit visit) {
        return visit.t(CaseWords.step(Steps.names(Route.valueOf(route)).get(step - 1)));
    }

    /** The board is shown figures of the Meldcode, and none of its cases. */
    private static boolean seesFiguresOnly(Caller who, OverviewFilter filter) {
        return who.has(Role.BOARD)
                && !who.hasAny(Set.of(Role.ATTENTION_OFFICER, Role.AUDITOR, Role.SUPERVISOR, Role.PROFESSIONAL))
                && !Route.CARE_RELATION.name().equals(filter.route());
    }
}
