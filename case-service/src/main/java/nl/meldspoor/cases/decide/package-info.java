/**
 * Decides what becomes of an entry: pure functions of the case's events and the entry. No framework, no clock, no database; time, ids and
 * keyed hashes come in with the command.
 */
package nl.meldspoor.cases.decide;
