package nl.meldspoor.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param name what was measured
 * @param value of the median run, with its unit
 * @param against what it is held against, with its value; empty for a goal that stands by itself
 * @param ratio or the value itself, which the goal is about
 * @param spread least and most of the runs, of what the goal is about
 * @param goal as written
 * @param met whether it is
 */
record Figure(String name, String value, String against, String ratio, String spread, String goal, boolean met) {

    private static final int LONGEST = 80;

    /** A rate that is to reach a share of a limit measured in the same run, each run by itself. */
    static Figure atLeast(String name, double goal, String limit, List<Double> rates, List<Double> limits) {
        var ratios = divided(rates, limits);
        var ratio = median(ratios);
        return new Figure(
                name, rate(median(rates)), limit + " " + rate(median(limits)), times(ratio), spread(ratios, Figure::times),
                "≥ " + times(goal), ratio >= goal);
    }

    /** A time that is to stay within so many times another, each run by itself. */
    static Figure atMost(String name, double goal, String limit, List<Double> millis, List<Double> limits) {
        var ratios = divided(millis, limits);
        var ratio = median(ratios);
        return new Figure(
                name, millis(median(millis)), limit + " " + millis(median(limits)), times(ratio), spread(ratios, Figure::times),
                "≤ " + times(goal), ratio <= goal);
    }

    /** A time that is to stay under a bound. */
    static Figure within(String name, double goalMillis, String against, List<Double> millis) {
        var value = median(millis);
        return new Figure(
                name, millis(value), against, millis(value), spread(millis, Figure::millis), "≤ " + millis(goalMillis), value <= goalMillis);
    }

    /** How long something usually takes, to stay under a bound; how long it sometimes takes stands beside it. */
    static Figure usually(String name, double goalMillis, String against, List<long[]> runs) {
        var p99 = "p99 " + millis(median(runs.stream().map(Figure::p99).toList()));
        return within(name, goalMillis, against.isEmpty() ? p99 : p99 + "; " + against, runs.stream().map(Figure::middle).toList());
    }

    /** Memory that is to stay under a bound. */
    static Figure memory(String name, double goalMiB, String against, List<Double> sizes) {
        var value = median(sizes);
        return new Figure(name, mib(value), against, mib(value), spread(sizes, Figure::mib), "≤ " + mib(goalMiB), value <= goalMiB);
    }

    /** What could not be measured, and why, in a line. */
    static Figure missing(String name, String why) {
        var lines = why.strip().lines().toList();
        var said = lines.isEmpty() ? "" : lines.getLast();
        return new Figure(name, "not measured", said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said, "", "", "", false);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The value under which that share of the sorted values lies. */
    static double percentile(long[] sortedNanos, double share) {
        if (sortedNanos.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        var index = (int) Math.ceil(share * sortedNanos.length) - 1;
        return sortedNanos[Math.clamp(index, 0, sortedNanos.length - 1)] / 1e6;
    }

    static double p99(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return percentile(sorted, 0.99);
    }

    static double middle(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return percentile(sorted, 0.5);
    }

    private static List<Double> divided(List<Double> values, List<Double> limits) {
        return java.util.stream.IntStream.range(0, values.size()).mapToObj(i -> values.get(i) / limits.get(i)).toList();
    }

    private static String spread(List<Double> values, java.util.function.DoubleFunction<String> form) {
        return values.size() < 2
                ? ""
                : form.apply(values.stream().min(Double::compare).orElseThrow()) + " … "
                        + form.apply(values.stream().max(Double::compare).orElseThrow());
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.0f ms", millis);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f ×", ratio);
    }

    private static String mib(double size) {
        return String.format(Locale.ROOT, "%.0f MiB", size);
    }
}
