package nl.meldspoor.terms;

/** How long a term lasts, counted from the day after its start. */
public sealed interface Length {

    /** A number of working days; the start day is never one of them. */
    record WorkingDays(int count) implements Length {}

    /** A number of weeks: ends on the same weekday as the start. */
    record Weeks(int count) implements Length {}

    /** A number of calendar days. */
    record Days(int count) implements Length {}

    /** A number of years, by the kind of record that is kept. */
    record Kept() implements Length {}

    /** No length: the entry that starts the term names the day itself. */
    record Named() implements Length {}
}
