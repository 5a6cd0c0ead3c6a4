/** Proof of warning: who was told of a duty or term, when, by which way, and whether it arrived and was read. */
package nl.meldspoor.notifications.warnings;
