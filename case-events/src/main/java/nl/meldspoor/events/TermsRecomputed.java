package nl.meldspoor.events;

import java.util.List;

/**
 * A new calendar moved terms that were still running. Recorded by the service itself, never by a person: the dates stay facts of the
 * case, so that every service shows the same.
 *
 * @param calendarVersion the calendar they are counted on from now on
 * @param moved only terms of which a date changed
 */
public record TermsRecomputed(@Derived String calendarVersion, @Derived List<RecomputedTerm> moved) implements CaseEvent {}
