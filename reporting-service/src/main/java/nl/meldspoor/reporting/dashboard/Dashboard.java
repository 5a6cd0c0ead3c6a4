package nl.meldspoor.reporting.dashboard;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.reporting.dashboard.DashboardView.AdviceToMelding;
import nl.meldspoor.reporting.dashboard.DashboardView.Deviations;
import nl.meldspoor.reporting.dashboard.DashboardView.LeadTime;
import nl.meldspoor.reporting.dashboard.DashboardView.OpenCases;
import nl.meldspoor.reporting.dashboard.DashboardView.OpenObligations;
import nl.meldspoor.reporting.dashboard.DashboardView.Outcome;
import nl.meldspoor.reporting.dashboard.DashboardView.Period;
import nl.meldspoor.reporting.dashboard.DashboardView.Terms;
import nl.meldspoor.reporting.dashboard.FigureQueries.Counting;
import nl.meldspoor.reporting.deadlines.UrgencyDays;
import nl.meldspoor.reporting.reach.Accusations;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.reach.ReadModel;
import nl.meldspoor.terms.Urgency;

/** Counts what the caller sees, at any moment. */
@ApplicationScoped
public class Dashboard {

    private static final int MONTHS = 12;
    private static final String NORM = "REPORT_NORM_";

    @Inject
    ReadModel rows;

    @Inject
    Accusations accusations;

    @Inject
    Clock clock;

    /** The figures of a moment, of the cases in reach: {@link Reach#ofFigures}. */
    public DashboardView of(Reach reach, AsOf asOf) {
        return of(reach, asOf, Counting.of(asOf, clock.instant()));
    }

    DashboardView of(Reach reach, AsOf asOf, Counting counting) {
        Period period = period(asOf);
        UrgencyDays days = UrgencyDays.on(asOf.day());
        Tally tally = new Tally();
        rows.ask(
                        FigureQueries.dashboard(counting),
                        accusations.addTo(
                                reach.parameters()
                                        .addLocalDate(days.today())
                                        .addLocalDate(days.redUntil())
                                        .addOffsetDateTime(asOf.moment().atOffset(ZoneOffset.UTC))
                                        .addLocalDate(period.from()),
                                reach))
                .forEach(tally::take);
        return tally.view(reach.organisation(), asOf, period);
    }

    /** The twelve months that end on the day of the moment. */
    static Period period(AsOf asOf) {
        LocalDate to = asOf.day();
        return new Period(to.minusMonths(MONTHS).plusDays(1), to);
    }

    /** Rows become figures. */
    private static final class Tally {
        private final List<OpenCases> openCases = new ArrayList<>();
        private final List<OpenObligations> obligations = new ArrayList<>();
        private final Map<Urgency, Long> deadlines = new EnumMap<>(Urgency.class);
        private final Map<String, DaysTaken> leadTimes = new LinkedHashMap<>();
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Deviations> deviations = new ArrayList<>();
        private final Map<String, Long> met = new TreeMap<>();
        private final Map<String, Long> missed = new TreeMap<>();
        private long advice;
        private long meldingen;

        Tally() {
            for (Urgency urgency : Urgency.values()) {
                deadlines.put(urgency, 0L);
            }
        }

        void take(Row row) {
            String code = row.getString("code");
            long count = row.getLong("count");
            switch (row.getString("figure")) {
                case "OPEN_CASES" -> openCases.add(openCases(row, count));
                case "OBLIGATION" -> obligations.add(new OpenObligations(code, count));
                case "URGENCY" -> deadlines.put(Urgency.valueOf(code), count);
                case "TERM_MET" -> met.put(code, count);
                case "TERM_MISSED" -> missed.merge(code, count, Long::sum);
                case "ASSESSMENT" -> outcomes.add(outcome(code, count));
                case "DEVIATION" -> deviations.add(new Deviations(code, count));
                case "ADVICE" -> advice += count;
                case "MELDING" -> meldingen += count;
                case "LEAD_TIME" ->
                    leadTimes
                            .computeIfAbsent(row.getString("route") + " " + code, steps -> new DaysTaken())
                            .add(row.getInteger("number"), count);
                default -> throw new IllegalStateException("expected a figure, but was " + row.getString("figure"));
            }
        }

        private static OpenCases openCases(Row row, long count) {
            Route route = Route.valueOf(row.getString("route"));
            int step = row.getInteger("number");
            return new OpenCases(route.name(), step, Steps.names(route).get(step - 1), count);
        }

        private static Outcome outcome(String code, long count) {
            return code.startsWith(NORM)
                    ? new Outcome("REPORT", Integer.valueOf(code.substring(NORM.length())), count)
                    : new Outcome(code, null, count);
        }

        private static LeadTime leadTime(String routeAndSteps, DaysTaken days) {
            String[] words = routeAndSteps.split("[ -]");
            Route route = Route.valueOf(words[0]);
            int from = Integer.parseInt(words[1]);
            int to = Integer.parseInt(words[2]);
            return new LeadTime(
                    route.name(),
                    from,
                    Steps.names(route).get(from - 1),
                    to,
                    Steps.names(route).get(to - 1),
                    days.count(),
                    rounded(days.percentile(0.5), 10),
                    rounded(days.percentile(0.9), 10));
        }

        private static double rounded(double value, int parts) {
            return Math.round(value * parts) / (double) parts;
        }

        private List<Terms> terms() {
            Map<String, Terms> terms = new TreeMap<>();
            met.forEach((kind, count) -> terms.put(kind, new Terms(kind, count, 0)));
            missed.forEach((kind, count) -> terms.merge(
                    kind, new Terms(kind, 0, count), (a, b) -> new Terms(kind, a.met(), b.missed())));
            return List.copyOf(terms.values());
        }

        DashboardView view(String organisation, AsOf asOf, Period period) {
            Double ratio = meldingen == 0 ? null : rounded((double) advice / meldingen, 100);
            return new DashboardView(
                    organisation,
                    asOf.moment(),
                    period,
                    openCases,
                    obligations,
                    deadlines,
                    leadTimes.entrySet().stream()
                            .map(lead -> leadTime(lead.getKey(), lead.getValue()))
                            .toList(),
                    outcomes,
                    new AdviceToMelding(advice, meldingen, ratio),
                    terms(),
                    deviations);
        }
    }
}
