/**
 * Says once, on {@code meldspoor.deadline-events}, how each deadline climbs the ladder until it is met.
 *
 * <p>{@link nl.meldspoor.reporting.tracker.Ladder} and {@link nl.meldspoor.reporting.tracker.Escalation} are pure: which days, and
 * what is to be said today. {@link nl.meldspoor.reporting.tracker.Tracker} looks at the deadlines, when a case changed and when a
 * day begins; {@code Journal} notes a rung once, whoever notes it; {@code DeadlineRelay} brings the journal to Kafka.
 */
package nl.meldspoor.reporting.tracker;
