package nl.meldspoor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one table, as Markdown that also reads as plain text. */
final class Table {

    private static final List<String> HEAD = List.of("figure", "median", "held against", "is", "least … most", "goal", "");

    private Table() {}

    static String of(List<Figure> figures) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        figures.forEach(f ->
                rows.add(List.of(f.name(), f.value(), f.against(), f.ratio(), f.spread(), f.goal(), f.met() ? "met" : "MISSED")));
        var widths = IntStream.range(0, HEAD.size())
                .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        var lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, IntStream.of(widths).mapToObj(w -> "-".repeat(w + 2)).collect(Collectors.joining("|", "|", "|")));
        return String.join("\n", lines);
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> " " + row.get(i) + " ".repeat(widths[i] - row.get(i).length()) + " ")
                .collect(Collectors.joining("|", "|", "|"));
    }
}
