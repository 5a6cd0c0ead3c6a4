/** The third part of the published language: who was warned of a duty or term, by which channel, and whether it arrived. */
package nl.meldspoor.events.warnings;
