package nl.meldspoor.reporting.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a table may be shown, as CBS does: cells under {@value #SMALLEST_SHOWN} are hidden, the rest is rounded to
 * {@value #ROUNDED_TO}. A hidden cell must not come back by subtraction: where what is hidden in a sum that is shown is one cell, or
 * less than {@value #SMALLEST_SHOWN} together, the smallest other cell of that sum is hidden too, and the sum itself when there is no
 * other. Pure.
 *
 * <p>A table has groups and categories. The row of all groups together ({@link #ALL}) is judged by itself, so that it shows the same
 * whether somebody asks for groups or not.
 */
final class Disclosure {

    static final long SMALLEST_SHOWN = 10;
    static final long ROUNDED_TO = 5;

    /** The group of all groups together. */
    static final String ALL = "ALL";

    /** The category of all categories together. */
    static final String TOTAL = "TOTAL";

    /** A cell by its place. */
    record Cell(String group, String category) {}

    private final List<String> groups;
    private final List<String> categories;
    private final boolean adds;
    private final Map<Cell, Long> counts = new LinkedHashMap<>();
    private final Set<Cell> hidden = new LinkedHashSet<>();

    private Disclosure(Map<String, Map<String, Long>> byGroup, List<String> groups, List<String> categories, boolean adds) {
        this.groups = groups;
        this.categories = categories;
        this.adds = adds;
        for (String category : categories) {
            long all = 0;
            for (String group : groups) {
                long count = byGroup.getOrDefault(group, Map.of()).getOrDefault(category, 0L);
                counts.put(new Cell(group, category), count);
                all += count;
            }
            counts.put(new Cell(ALL, category), all);
        }
        if (adds) {
            rows().forEach(group -> counts.put(
                    new Cell(group, TOTAL), categories.stream().mapToLong(c -> counts.get(new Cell(group, c))).sum()));
        }
    }

    /**
     * What is shown, by place: a rounded count, or null where it is hidden. {@link #ALL} first, {@link #TOTAL} first where categories
     * add up.
     *
     * @param byGroup what was counted, by group and category; what is missing counts nought
     * @param groups all groups there can be, none when it is not grouped: a group that is left out would say that it is empty. Counts of
     *     no group are then those of {@link #ALL}
     * @param categories all categories there can be
     * @param adds whether the categories add up to a total
     */
    static Map<Cell, Long> of(
            Map<String, Map<String, Long>> byGroup, List<String> groups, List<String> categories, boolean adds) {
        if (groups.isEmpty()) {
            Map<Cell, Long> one = of(Map.of("", byGroup.getOrDefault(ALL, Map.of())), List.of(""), categories, adds);
            one.keySet().removeIf(cell -> !cell.group().equals(ALL));
            return one;
        }
        return new Disclosure(byGroup, groups, categories, adds).shown();
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(ALL);
        rows.addAll(groups);
        return rows;
    }

    private Map<Cell, Long> shown() {
        counts.forEach((cell, count) -> {
            if (count < SMALLEST_SHOWN) {
                hidden.add(cell);
            }
        });
        while (protectRow(ALL)) {
            continue;
        }
        boolean changed = groups.size() > 1;
        while (changed) {
            changed = false;
            for (String group : groups) {
                changed |= protectRow(group);
            }
            for (String category : columns()) {
                changed |= protectColumn(category);
            }
        }
        Map<Cell, Long> shown = new LinkedHashMap<>();
        rows().forEach(group -> columns().forEach(category -> {
            Cell cell = new Cell(group, category);
            shown.put(cell, hidden.contains(cell) ? null : rounded(counts.get(cell)));
        }));
        return shown;
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        if (adds) {
            columns.add(TOTAL);
        }
        columns.addAll(categories);
        return columns;
    }

    /** Whether anything more had to be hidden. */
    private boolean protectRow(String group) {
        return adds
                && protect(
                        new Cell(group, TOTAL),
                        categories.stream().map(c -> new Cell(group, c)).toList(),
                        true);
    }

    /** The sum of a column is of all groups together: that row stays as it is. */
    private boolean protectColumn(String category) {
        return protect(
                new Cell(ALL, category),
                groups.stream().map(g -> new Cell(g, category)).toList(),
                false);
    }

    private boolean protect(Cell sum, List<Cell> parts, boolean sumMayBeHidden) {
        if (hidden.contains(sum) || parts.size() < 2) {
            return false;
        }
        List<Cell> secret = parts.stream().filter(hidden::contains).toList();
        long together = secret.stream().mapToLong(counts::get).sum();
        if (together == 0 || (secret.size() > 1 && together >= SMALLEST_SHOWN)) {
            return false;
        }
        return parts.stream()
                .filter(part -> !hidden.contains(part))
                .min(Comparator.comparing(counts::get))
                .map(hidden::add)
                .orElseGet(() -> sumMayBeHidden && hidden.add(sum));
    }

    private static long rounded(long count) {
        return (count + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO;
    }
}
