package nl.meldspoor.reporting.deadlines;

import java.util.Optional;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.terms.TermState;
import nl.meldspoor.terms.Urgency;

/**
 * The groups in which deadlines are listed, most urgent first; within one, the earliest {@code dueOn} first. Each has a
 * predicate on {@code deadline d} that an index on {@code due_on} serves, with parameters {@code $15} today and {@code $16}
 * {@link UrgencyDays#redUntil}. What is due at once needs no clause of its own: it is due on the day it began, and nothing begins in the
 * future; with one, a page of few red deadlines would read every later one.
 */
public enum DeadlineGroup {
    OVERDUE(Urgency.OVERDUE, TermState.MISSED, "d.met_on is null and d.due_on < $15::date and $16::date is not null"),
    RED(
            Urgency.RED,
            TermState.OPEN,
            "d.met_on is null and d.due_on >= $15::date and d.due_on <= $16::date"),
    AMBER(
            Urgency.AMBER,
            TermState.OPEN,
            "d.met_on is null and d.due_on > $16::date and d.half_on <= $15::date"),
    GREEN(
            Urgency.GREEN,
            TermState.OPEN,
            "d.met_on is null and d.due_on > $16::date and d.half_on > $15::date"),
    MET_LATE(
            null,
            TermState.MISSED,
            "d.met_on is not null and d.met_on > d.due_on and $15::date is not null and $16::date is not null"),
    MET(
            null,
            TermState.MET,
            "d.met_on is not null and d.met_on <= d.due_on and $15::date is not null and $16::date is not null");

    private final Urgency urgency;
    private final TermState state;
    private final String page;

    DeadlineGroup(Urgency urgency, TermState state, String predicate) {
        this.urgency = urgency;
        this.state = state;
        this.page =
                """
                select %s
                  from deadline d
                  join case_view c using (case_id)
                 where d.organisation = $1
                   and %s
                   and %s
                   and ($17::text is null or d.kind = $17::text)
                   and ($18::text is null or c.unit = $18::text)
                   and ($19::date is null or (d.due_on, d.case_id, d.ordinal) > ($19::date, $20::uuid, $21::int))
                 order by d.due_on, d.case_id, d.ordinal
                 limit $22
                """
                        .formatted(StoredDeadline.COLUMNS, predicate, Reach.SEES);
    }

    /** How urgent its deadlines are; empty when they are met. */
    public Optional<Urgency> urgency() {
        return Optional.ofNullable(urgency);
    }

    /** Whether deadlines of this group can pass these filters; an empty filter lets all pass. */
    boolean fits(Optional<TermState> wantedState, Optional<Urgency> wantedUrgency) {
        return wantedState.map(state::equals).orElse(true)
                && wantedUrgency.map(wanted -> wanted == urgency).orElse(true);
    }

    /**
     * The query for a page: {@link Reach}, then $15 today, $16 red until, $17 kind?, $18 unit?, $19-$21 the sort key after which
     * it starts?, $22 how many.
     */
    String pageQuery() {
        return page;
    }
}
