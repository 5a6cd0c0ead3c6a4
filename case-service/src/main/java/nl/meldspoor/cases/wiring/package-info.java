/** Puts the parts together from the configuration. */
package nl.meldspoor.cases.wiring;
