package nl.meldspoor.reporting.web.overview;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.dashboard.AsOf;
import nl.meldspoor.reporting.dashboard.Dashboard;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Place;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * {@code /}: what must be done now, and why. For who answers for the work of others the figures come after it, now or as they were
 * at a moment; who works on cases sees all duties of the own cases.
 */
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OverviewPage {

    private static final int URGENT_AT_MOST = 6;
    private static final int DUTIES_AT_MOST = 200;

    /** Who answers for the work of others, and so is shown figures. */
    private static final Set<Role> ANSWERING =
            Set.of(Role.SUPERVISOR, Role.ATTENTION_OFFICER, Role.REPORT_TEAM, Role.BOARD, Role.AUDITOR);

    @CheckedTemplate(basePath = "overview")
    static class Templates {
        static native TemplateInstance overview(
                Visit visit, LocalDate today, AsOf asOf, String at, List<Duty.Card> urgent, long more, Figures figures, String period);

        static native TemplateInstance duties(Visit visit, LocalDate today, List<Duty.Card> duties, long altogether);

        static native TemplateInstance welcome(Visit visit);

        private Templates() {}
    }

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    PersonRefs refs;

    @Inject
    Dashboard dashboard;

    @Inject
    Duties duties;

    @Inject
    Clock clock;

    @GET
    public Object show(@QueryParam("at") String asked) {
        Caller who = caller.get();
        Visit visit = visits.get();
        if (!Place.OVERVIEW.isFor(who)) {
            return visit.places().isEmpty()
                    ? Templates.welcome(visit)
                    : Response.seeOther(URI.create(visit.places().getFirst().path())).build();
        }
        return who.hasAny(ANSWERING) ? figures(who, visit, asked) : ownDuties(who, visit);
    }

    /** Every open duty, also for who sees only the most urgent ones on the overview. */
    @GET
    @Path("duties")
    public TemplateInstance all() {
        return ownDuties(caller.get(), visits.get());
    }

    private TemplateInstance figures(Caller who, Visit visit, String asked) {
        ShapeErrors errors = new ShapeErrors();
        AsOf asOf = AsOf.read(asked == null || asked.isEmpty() ? null : asked, clock.instant(), errors);
        errors.throwIfAny();
        String at = asOf.now() ? "" : asked;
        LocalDate today = AmsterdamDay.of(clock.instant());
        var urgent = duties.urgent(Reach.ofCases(who, refs), today, URGENT_AT_MOST);
        var view = dashboard.of(Reach.ofFigures(who, refs), asOf);
        return Templates.overview(
                visit,
                today,
                asOf,
                at,
                urgent.first().stream().map(d -> d.card(visit, today)).toList(),
                urgent.more(),
                Figures.of(view, visit, at),
                visit.day(view.period().from()) + " " + visit.t("tot en met", "to") + " " + visit.day(view.period().to()));
    }

    private TemplateInstance ownDuties(Caller who, Visit visit) {
        LocalDate today = AmsterdamDay.of(clock.instant());
        var open = duties.all(Reach.ofCases(who, refs), DUTIES_AT_MOST);
        return Templates.duties(
                visit, today, open.first().stream().map(d -> d.card(visit, today)).toList(), open.altogether());
    }
}
