package nl.meldspoor.reporting.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.reporting.figures.CaseFigures;
import nl.meldspoor.reporting.figures.CountedFact;
import nl.meldspoor.reporting.figures.FactKind;
import nl.meldspoor.reporting.figures.TermStanding;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.Urgency;

/**
 * The slow way to the dashboard of a moment: replay the events of each case recorded until then, and count in memory. Figures as text,
 * {@code "OPEN MELDCODE 2"} → 3.
 */
final class Recount {

    private Recount() {}

    static Map<String, Double> of(List<List<PublishedEvent>> cases, Instant moment) {
        LocalDate today = AmsterdamDay.of(moment);
        LocalDate first = today.minusMonths(12).plusDays(1);
        Map<String, Double> figures = new TreeMap<>();
        Map<String, List<Integer>> leads = new TreeMap<>();
        for (List<PublishedEvent> events : cases) {
            List<PublishedEvent> known =
                    events.stream().filter(e -> !e.recordedAt().isAfter(moment)).toList();
            if (known.isEmpty()) {
                continue;
            }
            CaseFigures of = CaseFigures.of(
                    CaseHistory.of(known.stream().map(PublishedEvent::recorded).toList()));
            if (of.standing().status().equals("OPEN")) {
                add(figures, "OPEN " + of.standing().route() + " " + of.standing().step());
            }
            of.standing().openObligations().forEach(id -> add(figures, "OBLIGATION " + id));
            of.terms().forEach(term -> terms(term, today, first).forEach(figure -> add(figures, figure)));
            of.facts().stream()
                    .filter(f -> !f.happenedOn().isBefore(first) && !f.happenedOn().isAfter(today))
                    .forEach(f -> fact(f, of.standing().route(), figures, leads));
        }
        leads.forEach((steps, days) -> {
            figures.put("LEAD " + steps + " COUNT", (double) days.size());
            figures.put("LEAD " + steps + " MEDIAN", percentile(days, 0.5));
            figures.put("LEAD " + steps + " P90", percentile(days, 0.9));
        });
        figures.values().removeIf(count -> count == 0);
        return figures;
    }

    /** The same figures, out of an answer of the service. */
    static Map<String, Double> of(DashboardView view) {
        Map<String, Double> figures = new TreeMap<>();
        view.openCases().forEach(f -> figures.put("OPEN " + f.route() + " " + f.step(), (double) f.count()));
        view.obligations().forEach(f -> figures.put("OBLIGATION " + f.id(), (double) f.count()));
        view.deadlines().forEach((urgency, count) -> figures.put("URGENCY " + urgency, (double) count));
        view.terms().forEach(f -> {
            figures.put("MET " + f.kind(), (double) f.met());
            figures.put("MISSED " + f.kind(), (double) f.missed());
        });
        view.outcomes().forEach(f -> figures.put(
                "ASSESSMENT " + f.outcome() + (f.norm() == null ? "" : "_NORM_" + f.norm()), (double) f.count()));
        view.deviations().forEach(f -> figures.put("DEVIATION " + f.rule(), (double) f.count()));
        figures.put("ADVICE", (double) view.adviceToMelding().advice());
        figures.put("MELDING", (double) view.adviceToMelding().meldingen());
        view.leadTimes().forEach(f -> {
            String steps = "LEAD " + f.route() + " " + f.fromStep() + "-" + f.toStep();
            figures.put(steps + " COUNT", (double) f.count());
            figures.put(steps + " MEDIAN", f.medianDays());
            figures.put(steps + " P90", f.p90Days());
        });
        figures.values().removeIf(count -> count == 0);
        return figures;
    }

    private static List<String> terms(TermStanding term, LocalDate today, LocalDate first) {
        LocalDate met = term.metOn();
        List<String> figures = new ArrayList<>();
        if (met == null) {
            figures.add("URGENCY " + Urgency.on(today, term.startedOn(), term.dueOn()));
        }
        boolean inTime = met != null && !met.isAfter(term.dueOn());
        if (inTime && !met.isBefore(first) && !met.isAfter(today)) {
            figures.add("MET " + term.kind());
        }
        if (!inTime && !term.dueOn().isBefore(first) && term.dueOn().isBefore(today)) {
            figures.add("MISSED " + term.kind());
        }
        return figures;
    }

    private static void fact(
            CountedFact fact, String route, Map<String, Double> figures, Map<String, List<Integer>> leads) {
        switch (fact.kind()) {
            case ASSESSMENT, DEVIATION, ADVICE, MELDING ->
                add(
                        figures,
                        Stream.of(fact.kind().name(), fact.kind() == FactKind.MELDING ? null : fact.value())
                                .filter(Objects::nonNull)
                                .reduce((a, b) -> a + " " + b)
                                .orElseThrow());
            case LEAD_TIME ->
                leads.computeIfAbsent(route + " " + fact.value(), s -> new ArrayList<>()).add(fact.days());
            default -> {}
        }
    }

    private static void add(Map<String, Double> figures, String figure) {
        figures.merge(figure, 1.0, Double::sum);
    }

    /** Between the two nearest ranks, to one decimal. */
    private static double percentile(List<Integer> days, double part) {
        List<Integer> sorted = days.stream().sorted().toList();
        double place = part * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        double value = sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
        return Math.round(value * 10) / 10.0;
    }
}
