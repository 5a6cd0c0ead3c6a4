package nl.meldspoor.events;

import java.time.LocalDate;

/**
 * A term as it was computed when the event was recorded: dates and the calendar version are facts, so that every service shows
 * the same date. Explanation and urgency are derived at read.
 */
public record TermFact(
        String kind, LocalDate startedOn, LocalDate dueOn, LocalDate latestOn, LocalDate targetOn, String calendarVersion) {}
