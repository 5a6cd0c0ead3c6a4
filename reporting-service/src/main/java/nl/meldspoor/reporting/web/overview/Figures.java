package nl.meldspoor.reporting.web.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.reporting.dashboard.DashboardView;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.CaseWords;
import nl.meldspoor.reporting.web.words.TermWords;
import nl.meldspoor.terms.Urgency;

/**
 * The figures of an organisation as the page shows them: in words, with the length of each bar and the address of the list it was
 * counted from. Pure.
 *
 * @param advice how often advice was asked of Veilig Thuis, beside {@code meldingen}
 */
record Figures(
        List<UrgencyTile> urgencies,
        List<RouteFigures> routes,
        List<Bar> obligations,
        List<LeadTimeRow> leadTimes,
        List<Bar> outcomes,
        long advice,
        long meldingen,
        String adviceHref,
        String meldingenHref,
        List<TermRow> terms,
        List<Bar> deviations) {

    private static final int SHOWN = 8;

    /** Deadlines of one urgency. */
    record UrgencyTile(String tone, String icon, String word, String meaning, long count, String href) {}

    /** Open cases of one route. */
    record RouteFigures(String name, String about, long open, String href, List<Bar> steps) {}

    /** A count with a bar, 0 to 100 long. */
    record Bar(String label, long count, double length, String href) {}

    /** Days from one step to the next. */
    record LeadTimeRow(
            String route, String from, String to, long count, String median, String p90, double medianLength, double p90Length, String href) {}

    /** How terms of a kind ended. */
    record TermRow(
            String label, long met, long missed, double metLength, double missedLength, String metHref, String missedHref) {

        long percentMet() {
            return met + missed == 0 ? 0 : Math.floorDiv(100 * met, met + missed);
        }
    }

    static Figures of(DashboardView view, Visit visit, String at) {
        var cases = new Links("/overview/cases", at);
        return new Figures(
                urgencies(view, visit, at),
                routes(view, visit, cases),
                bars(view.obligations().stream()
                        .map(o -> new Bar(obligation(o.id(), visit), o.count(), 0, cases.to("obligation", o.id())))
                        .toList()),
                leadTimes(view, visit, cases),
                bars(view.outcomes().stream()
                        .map(o -> new Bar(
                                visit.t(CaseWords.outcome(o.outcome(), o.norm())),
                                o.count(),
                                0,
                                o.norm() == null
                                        ? cases.to("outcome", o.outcome())
                                        : cases.to("outcome", o.outcome(), "norm", o.norm().toString())))
                        .toList()),
                view.adviceToMelding().advice(),
                view.adviceToMelding().meldingen(),
                cases.to("contact", "ADVICE"),
                cases.to("contact", "MELDING"),
                terms(view, visit, cases),
                bars(view.deviations().stream()
                        .map(d -> new Bar(d.rule(), d.count(), 0, cases.to("deviation", d.rule())))
                        .toList()));
    }

    /** The obligations that are open most often, and the others. */
    public List<Bar> mostOpen() {
        return obligations.subList(0, Math.min(SHOWN, obligations.size()));
    }

    public List<Bar> otherOpen() {
        return obligations.subList(mostOpen().size(), obligations.size());
    }

    private static List<UrgencyTile> urgencies(DashboardView view, Visit visit, String at) {
        return Stream.of(Urgency.OVERDUE, Urgency.RED, Urgency.AMBER, Urgency.GREEN)
                .map(u -> new UrgencyTile(
                        u.name().toLowerCase(java.util.Locale.ROOT),
                        TermWords.icon(u),
                        visit.t(TermWords.urgency(u)),
                        visit.t(TermWords.urgencyMeaning(u)),
                        view.deadlines().getOrDefault(u, 0L),
                        at.isEmpty()
                                ? "/deadlines?urgency=" + u.name()
                                : new Links("/overview/cases", at).to("urgency", u.name())))
                .toList();
    }

    private static List<RouteFigures> routes(DashboardView view, Visit visit, Links cases) {
        Map<String, long[]> counts = new TreeMap<>(Comparator.reverseOrder());
        for (Route route : Route.values()) {
            counts.put(route.name(), new long[Steps.names(route).size()]);
        }
        view.openCases().forEach(c -> counts.get(c.route())[c.step() - 1] += c.count());
        long longest = counts.values().stream().flatMapToLong(java.util.Arrays::stream).max().orElse(0);
        List<RouteFigures> routes = new ArrayList<>();
        counts.forEach((route, steps) -> {
            List<Bar> bars = new ArrayList<>();
            for (int i = 0; i < steps.length; i++) {
                bars.add(new Bar(
                        visit.t(CaseWords.step(Steps.names(Route.valueOf(route)).get(i))),
                        steps[i],
                        share(steps[i], longest),
                        cases.to("route", route, "step", Integer.toString(i + 1), "status", "OPEN")));
            }
            routes.add(new RouteFigures(
                    visit.t(CaseWords.route(route)),
                    visit.t(CaseWords.routeAbout(route)),
                    java.util.Arrays.stream(steps).sum(),
                    cases.to("route", route, "status", "OPEN"),
                    bars));
        });
        return routes;
    }

    private static List<LeadTimeRow> leadTimes(DashboardView view, Visit visit, Links cases) {
        double longest = view.leadTimes().stream().mapToDouble(DashboardView.LeadTime::p90Days).max().orElse(0);
        return view.leadTimes().stream()
                .map(l -> new LeadTimeRow(
                        visit.t(CaseWords.route(l.route())),
                        visit.t(CaseWords.step(l.fromName())),
                        visit.t(CaseWords.step(l.toName())),
                        l.count(),
                        visit.decimal(l.medianDays()),
                        visit.decimal(l.p90Days()),
                        share(l.medianDays(), longest),
                        share(l.p90Days(), longest),
                        cases.to("route", l.route(), "leadFrom", Integer.toString(l.fromStep()))))
                .toList();
    }

    private static List<TermRow> terms(DashboardView view, Visit visit, Links cases) {
        long longest = view.terms().stream().mapToLong(t -> t.met() + t.missed()).max().orElse(0);
        return view.terms().stream()
                .map(t -> new TermRow(
                        visit.t(TermWords.kind(t.kind())),
                        t.met(),
                        t.missed(),
                        share(t.met(), longest),
                        share(t.missed(), longest),
                        cases.to("kind", t.kind(), "term", "MET"),
                        cases.to("kind", t.kind(), "term", "MISSED")))
                .toList();
    }

    private static String obligation(String id, Visit visit) {
        return Obligations.byId(id).map(o -> visit.t(o.text().nl(), o.text().en())).orElse(id);
    }

    /** The most first, each as long as its share of the most. */
    private static List<Bar> bars(List<Bar> counted) {
        long longest = counted.stream().mapToLong(Bar::count).max().orElse(0);
        return counted.stream()
                .sorted(Comparator.comparingLong(Bar::count).reversed())
                .map(b -> new Bar(b.label(), b.count(), share(b.count(), longest), b.href()))
                .toList();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : Math.round(1000 * part / whole) / 10.0;
    }
}
