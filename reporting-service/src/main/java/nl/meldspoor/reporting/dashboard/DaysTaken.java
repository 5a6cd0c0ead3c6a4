package nl.meldspoor.reporting.dashboard;

import java.util.Map;
import java.util.TreeMap;

/** How often something took how many days. */
final class DaysTaken {

    private final TreeMap<Integer, Long> timesByDays = new TreeMap<>();
    private long count;

    void add(int days, long times) {
        timesByDays.merge(days, times, Long::sum);
        count += times;
    }

    long count() {
        return count;
    }

    /**
     * The days within which this part of them was done, between the two nearest when it falls between two: what SQL calls
     * {@code percentile_cont}.
     *
     * @param part from 0 to 1
     */
    double percentile(double part) {
        double place = part * (count - 1);
        long below = (long) Math.floor(place);
        int low = at(below);
        return low + (place - below) * (at((long) Math.ceil(place)) - low);
    }

    /** The days at a place in the order of days, counted from 0. */
    private int at(long place) {
        long passed = 0;
        for (Map.Entry<Integer, Long> days : timesByDays.entrySet()) {
            passed += days.getValue();
            if (place < passed) {
                return days.getKey();
            }
        }
        throw new IllegalArgumentException("expected a place below " + count + ", but was " + place);
    }
}
