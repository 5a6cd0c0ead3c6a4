package nl.meldspoor.cases.store;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Who read or wrote what, when, in which role, by which rule (NEN 7513).
 *
 * @param caseId null when it is about no single case
 * @param actor who; user names are sealed under the organisation's access log key
 * @param action READ, WRITE, SEARCH …
 * @param what which part: {@code case}, {@code events}, {@code melding}, …
 * @param ground the rule of access that allowed it
 * @param firstSequence first event it is about, or null
 * @param lastSequence last event it is about, or null
 * @param outcome DONE, REFUSED, …
 */
public record AccessEntry(
        UUID entryId,
        Instant at,
        String organisation,
        UUID caseId,
        Actor actor,
        String action,
        String what,
        String ground,
        Long firstSequence,
        Long lastSequence,
        String outcome,
        UUID correlationId) {

    public AccessEntry {
        Objects.requireNonNull(entryId, "entryId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(ground, "ground");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(correlationId, "correlationId");
    }
}
