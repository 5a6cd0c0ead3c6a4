/** The REST edge: reads entries, keeps the order of checks, tells decisions. Decides nothing itself. */
package nl.meldspoor.cases.rest;
