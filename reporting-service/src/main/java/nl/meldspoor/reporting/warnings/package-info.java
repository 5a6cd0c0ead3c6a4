/** Proof of warning on the timeline: what the notification-service says of who was warned, kept beside the projection and never rebuilt. */
package nl.meldspoor.reporting.warnings;
