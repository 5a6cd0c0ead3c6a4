package nl.meldspoor.reporting.web.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The picture of the time line: above when each entry happened, below when it was recorded, a line between the two. What was recorded
 * late leans over visibly. Places are from 0 to 1000.
 */
public record Lanes(List<Mark> marks, String first, String last) {

    /** More marks than this cannot be told apart; of a longer case those around the chosen entry and a sample of the rest. */
    private static final int MARKS_AT_MOST = 120;

    private static final int WIDTH = 960;
    private static final int MARGIN = 20;

    /** @param happened and {@code recorded} places; @param chosen whether it is the entry that is looked at, {@code after} one after it */
    public record Mark(long sequence, long happened, long recorded, boolean late, boolean chosen, boolean after, String title) {}

    static Lanes of(List<Entry> entries, long chosen, nl.meldspoor.reporting.web.Visit visit) {
        Instant from = entries.stream().map(Entry::occurredAt).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant first = entries.getFirst().recordedAt().isBefore(from) ? entries.getFirst().recordedAt() : from;
        Instant last = entries.stream().map(Entry::recordedAt).max(Instant::compareTo).orElse(first);
        long span = Math.max(1, Duration.between(first, last).toMillis());
        int each = Math.ceilDiv(entries.size(), MARKS_AT_MOST);
        List<Mark> marks = entries.stream()
                .filter(entry -> entry.sequence() % each == 0 || entry.sequence() == chosen || entry.sequence() == 1)
                .map(entry -> new Mark(
                        entry.sequence(),
                        place(first, entry.occurredAt(), span),
                        place(first, entry.recordedAt(), span),
                        entry.late(),
                        entry.sequence() == chosen,
                        entry.sequence() > chosen,
                        entry.sequence() + ". " + entry.what()))
                .toList();
        return new Lanes(
                marks,
                visit.day(nl.meldspoor.terms.AmsterdamDay.of(first)),
                visit.day(nl.meldspoor.terms.AmsterdamDay.of(last)));
    }

    private static long place(Instant first, Instant moment, long span) {
        long at = Math.max(0, Duration.between(first, moment).toMillis());
        return MARGIN + Math.min(WIDTH, Math.round(WIDTH * (double) at / span));
    }
}
