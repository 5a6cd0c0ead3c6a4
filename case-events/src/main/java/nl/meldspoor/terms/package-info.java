/**
 * Terms of the Dutch rules for reporting abuse in care, and the Dutch calendar they are counted on.
 *
 * <p>Pure functions: no clock, no database, no framework. Days are calendar days in Europe/Amsterdam. Each date comes
 * with its explanation in Dutch and English, step by step, so that a person can check it with a wall calendar.
 */
package nl.meldspoor.terms;
