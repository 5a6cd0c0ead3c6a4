/**
 * The published language of cases: one record per event, its JSON, and the hashes that stand for people. Plain Java with Jackson as its JSON
 * library; no framework, no clock, no database.
 */
package nl.meldspoor.events;
