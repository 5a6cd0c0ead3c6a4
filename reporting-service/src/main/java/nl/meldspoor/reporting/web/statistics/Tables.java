package nl.meldspoor.reporting.web.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldspoor.reporting.statistics.StatisticsView;
import nl.meldspoor.reporting.statistics.StatisticsView.Figure;
import nl.meldspoor.reporting.web.Visit;

/**
 * Anonymised figures as tables of words, one per measure. Pure.
 *
 * @param tooSmall titles of measures of which every cell is hidden
 */
record Tables(
        String period,
        String from,
        String to,
        String queryVersion,
        String countedAt,
        String disclosure,
        List<Table> shown,
        List<String> tooSmall) {

    /** One measure: a row per category, a column per group. */
    record Table(String title, List<String> groups, List<Row> rows) {}

    /** @param total whether it is the sum of the others */
    record Row(String label, boolean total, List<Cell> cells) {}

    /** @param text empty where it is hidden */
    record Cell(String text, boolean hidden) {}

    static Tables of(StatisticsView view, Visit visit) {
        Map<String, List<Figure>> byMeasure = new LinkedHashMap<>();
        view.figures().forEach(f -> byMeasure.computeIfAbsent(f.measure(), m -> new ArrayList<>()).add(f));
        List<Table> shown = new ArrayList<>();
        List<String> tooSmall = new ArrayList<>();
        byMeasure.values().forEach(figures -> {
            String title = visit.t(figures.getFirst().title().nl(), figures.getFirst().title().en());
            if (figures.stream().allMatch(Figure::hidden)) {
                tooSmall.add(title);
            } else {
                shown.add(table(title, figures, visit));
            }
        });
        return new Tables(
                visit.day(view.period().from()) + visit.t(" tot en met ", " to ") + visit.day(view.period().to()),
                view.period().from().toString(),
                view.period().to().toString(),
                view.queryVersion(),
                visit.moment(view.countedAt()),
                visit.t(view.disclosure().nl(), view.disclosure().en()),
                shown,
                tooSmall);
    }

    private static Table table(String title, List<Figure> figures, Visit visit) {
        Set<String> groups = new LinkedHashSet<>();
        Map<String, Map<String, Figure>> byCategory = new LinkedHashMap<>();
        figures.forEach(f -> {
            groups.add(f.group());
            byCategory.computeIfAbsent(f.category(), c -> new LinkedHashMap<>()).put(f.group(), f);
        });
        return new Table(
                title,
                groups.stream().map(g -> visit.t(StatisticsWords.group(g))).toList(),
                byCategory.entrySet().stream()
                        .map(e -> new Row(
                                visit.t(StatisticsWords.category(figures.getFirst().measure(), e.getKey())),
                                e.getKey().equals("TOTAL"),
                                groups.stream().map(g -> cell(e.getValue().get(g), visit)).toList()))
                        .toList());
    }

    private static Cell cell(Figure figure, Visit visit) {
        if (figure == null || figure.hidden() || figure.count() == null) {
            return new Cell("", true);
        }
        String days = figure.medianDays() == null
                ? ""
                : ", " + visit.t("midden ", "median ") + figure.medianDays() + (figure.medianDays() == 1 ? visit.t(" dag", " day") : visit.t(" dagen", " days"));
        return new Cell(visit.number(figure.count()) + days, false);
    }
}
