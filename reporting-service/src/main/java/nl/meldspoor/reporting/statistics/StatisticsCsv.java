package nl.meldspoor.reporting.statistics;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statistics as CSV (RFC 4180). What is hidden is a point, as CBS has it. */
final class StatisticsCsv {

    private static final String LINE_END = "\r\n";
    private static final String HIDDEN = ".";

    private StatisticsCsv() {}

    /** One line per figure; each says of which period and by which version of the query, so that it stands by itself. */
    static String of(StatisticsView view) {
        return Stream.concat(
                        Stream.of("measure,title,group,category,count,medianDays,from,to,queryVersion"),
                        view.figures().stream()
                                .map(figure -> Stream.of(
                                                figure.measure(),
                                                figure.title().nl(),
                                                figure.group(),
                                                figure.category(),
                                                figure.hidden() ? HIDDEN : figure.count().toString(),
                                                figure.medianDays() == null ? "" : figure.medianDays().toString(),
                                                view.period().from().toString(),
                                                view.period().to().toString(),
                                                view.queryVersion())
                                        .map(StatisticsCsv::quoted)
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(LINE_END, "", LINE_END));
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
