package nl.meldspoor.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meldspoor.reporting.statistics.Disclosure.Cell;

class DisclosureProperties {

    private static final List<String> GROUPS = List.of("2026-Q1", "2026-Q2", "2026-Q3");
    private static final List<String> CATEGORIES = List.of("PHONE", "WEB", "MELDSPOOR", "LETTER");

    @Example
    void hidesSmallCellsAndRoundsTheRest() {
        // when
        Map<Cell, Long> shown = Disclosure.of(
                Map.of(Disclosure.ALL, Map.of("PHONE", 9L, "WEB", 12L, "MELDSPOOR", 13L, "LETTER", 4L)),
                List.of(),
                CATEGORIES,
                true);

        // then: 38 together, and what is hidden is 13 together
        assertThat(shown)
                .containsEntry(new Cell("ALL", "TOTAL"), 40L)
                .containsEntry(new Cell("ALL", "PHONE"), null)
                .containsEntry(new Cell("ALL", "WEB"), 10L)
                .containsEntry(new Cell("ALL", "MELDSPOOR"), 15L)
                .containsEntry(new Cell("ALL", "LETTER"), null)
                .hasSize(5);
    }

    @Example
    void aSingleHiddenCellTakesTheSmallestOtherWithIt() {
        // when: nobody may reckon that LETTER is 4 from 80 - 30 - 25 - 20
        Map<Cell, Long> shown = Disclosure.of(
                Map.of(Disclosure.ALL, Map.of("PHONE", 30L, "WEB", 25L, "MELDSPOOR", 20L, "LETTER", 4L)),
                List.of(),
                CATEGORIES,
                true);

        // then
        assertThat(shown)
                .containsEntry(new Cell("ALL", "LETTER"), null)
                .containsEntry(new Cell("ALL", "MELDSPOOR"), null)
                .containsEntry(new Cell("ALL", "WEB"), 25L)
                .containsEntry(new Cell("ALL", "TOTAL"), 80L);
    }

    @Property
    void nothingUnderTenIsShownAndAllIsRounded(@ForAll("tables") Map<String, Map<String, Long>> table, @ForAll boolean adds) {
        Disclosure.of(table, GROUPS, CATEGORIES, adds).values().stream()
                .filter(Objects::nonNull)
                .forEach(count -> assertThat(count).isGreaterThanOrEqualTo(10).matches(c -> c % 5 == 0));
    }

    @Property
    void noHiddenCellComesBackBySubtraction(@ForAll("tables") Map<String, Map<String, Long>> table) {
        Map<Cell, Long> shown = Disclosure.of(table, GROUPS, CATEGORIES, true);
        Stream.concat(Stream.of(Disclosure.ALL), GROUPS.stream())
                .forEach(group -> assertNotToBeReckoned(
                        shown,
                        table,
                        new Cell(group, Disclosure.TOTAL),
                        CATEGORIES.stream().map(c -> new Cell(group, c)).toList()));
        Stream.concat(Stream.of(Disclosure.TOTAL), CATEGORIES.stream())
                .forEach(category -> assertNotToBeReckoned(
                        shown,
                        table,
                        new Cell(Disclosure.ALL, category),
                        GROUPS.stream().map(g -> new Cell(g, category)).toList()));
    }

    @Property
    void theRowOfAllIsTheSameWhetherGroupsAreAskedForOrNot(@ForAll("tables") Map<String, Map<String, Long>> table) {
        // given
        Map<String, Long> all = new HashMap<>();
        table.values().forEach(row -> row.forEach((category, count) -> all.merge(category, count, Long::sum)));

        // when
        Map<Cell, Long> grouped = new HashMap<>(Disclosure.of(table, GROUPS, CATEGORIES, true));
        grouped.keySet().removeIf(cell -> !cell.group().equals(Disclosure.ALL));

        // then
        assertThat(Disclosure.of(Map.of(Disclosure.ALL, all), List.of(), CATEGORIES, true)).isEqualTo(grouped);
    }

    private static void assertNotToBeReckoned(
            Map<Cell, Long> shown, Map<String, Map<String, Long>> table, Cell sum, List<Cell> parts) {
        List<Cell> secret = parts.stream().filter(part -> shown.get(part) == null).toList();
        if (shown.get(sum) == null || secret.size() == parts.size()) {
            return;
        }
        long together = secret.stream().mapToLong(cell -> count(table, cell)).sum();
        assertThat(together == 0 || (secret.size() > 1 && together >= 10))
                .as("%s of %s hidden under the sum %s in %s", secret, together, sum, table)
                .isTrue();
    }

    private static long count(Map<String, Map<String, Long>> table, Cell cell) {
        return table.entrySet().stream()
                .filter(row -> cell.group().equals(Disclosure.ALL) || row.getKey().equals(cell.group()))
                .flatMap(row -> row.getValue().entrySet().stream())
                .filter(c -> cell.category().equals(Disclosure.TOTAL) || c.getKey().equals(cell.category()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Provide
    Arbitrary<Map<String, Map<String, Long>>> tables() {
        return Arbitraries.longs()
                .between(0, 40)
                .list()
                .ofSize(GROUPS.size() * CATEGORIES.size())
                .map(counts -> {
                    Map<String, Map<String, Long>> table = new HashMap<>();
                    IntStream.range(0, counts.size()).forEach(i -> table.computeIfAbsent(
                                    GROUPS.get(i / CATEGORIES.size()), g -> new HashMap<>())
                            .put(CATEGORIES.get(i % CATEGORIES.size()), counts.get(i)));
                    return table;
                });
    }
}
