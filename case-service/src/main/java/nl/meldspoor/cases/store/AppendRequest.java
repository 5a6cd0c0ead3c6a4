package nl.meldspoor.cases.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meldspoor.events.history.CaseReach;

/**
 * The events of one command on one case.
 *
 * @param expected the head the decision was taken on
 * @param events 1 to {@value #MOST_EVENTS}
 * @param reach who may reach the case after these events; becomes the columns of its head
 * @param obligations open after these events; for lists
 * @param lookups keyed hashes to find the case by; on opening
 * @param commandId id of the command; the same on every retry of it
 * @param idempotency null when the client sent no key
 * @param correlationId the request it began with
 * @param causationId the event or command it follows from, or null
 * @param traceparent W3C trace context, or null
 * @param now the clock when the command came in
 * @param access the line of the access log that is stored with the events; its sequences are filled in. Null: none
 */
public record AppendRequest(
        String organisation,
        UUID caseId,
        Expected expected,
        List<NewEvent> events,
        Actor actor,
        CaseReach reach,
        HeadObligations obligations,
        List<Lookup> lookups,
        UUID commandId,
        IdempotencyClaim idempotency,
        UUID correlationId,
        UUID causationId,
        String traceparent,
        Instant now,
        AccessEntry access) {

    /** More events than any command has; a bound, not a goal. */
    public static final int MOST_EVENTS = 100;

    public AppendRequest {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(obligations, "obligations");
        Objects.requireNonNull(commandId, "commandId");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(now, "now");
        events = List.copyOf(events);
        lookups = List.copyOf(lookups);
        if (events.isEmpty() || events.size() > MOST_EVENTS) {
            throw new IllegalArgumentException("expected 1 to " + MOST_EVENTS + " events, but was " + events.size());
        }
    }

    /** Without a line in the access log. */
    public AppendRequest(
            String organisation,
            UUID caseId,
            Expected expected,
            List<NewEvent> events,
            Actor actor,
            CaseReach reach,
            HeadObligations obligations,
            List<Lookup> lookups,
            UUID commandId,
            IdempotencyClaim idempotency,
            UUID correlationId,
            UUID causationId,
            String traceparent,
            Instant now) {
        this(
                organisation, caseId, expected, events, actor, reach, obligations, lookups, commandId, idempotency, correlationId,
                causationId, traceparent, now, null);
    }

    /** Without obligations: whoever lists the case derives them. */
    public AppendRequest(
            String organisation,
            UUID caseId,
            Expected expected,
            List<NewEvent> events,
            Actor actor,
            CaseReach reach,
            List<Lookup> lookups,
            UUID commandId,
            IdempotencyClaim idempotency,
            UUID correlationId,
            UUID causationId,
            String traceparent,
            Instant now) {
        this(
                organisation, caseId, expected, events, actor, reach, HeadObligations.UNKNOWN, lookups, commandId, idempotency,
                correlationId, causationId, traceparent, now);
    }
}
