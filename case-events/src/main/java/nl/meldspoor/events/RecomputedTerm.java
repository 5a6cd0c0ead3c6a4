package nl.meldspoor.events;

/**
 * A term that was counted again.
 *
 * @param carriedBy sequence of the entry that started it
 * @param before as it stood
 * @param term as it stands from now on
 */
public record RecomputedTerm(int carriedBy, TermFact before, TermFact term) {}
