package nl.meldspoor.cases.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.Decider;
import nl.meldspoor.cases.decide.Decision;
import nl.meldspoor.cases.decide.Proposed;
import nl.meldspoor.cases.decide.Refs;
import nl.meldspoor.cases.history.OpenObligations;
import nl.meldspoor.cases.store.Actor;
import nl.meldspoor.cases.store.AppendRequest;
import nl.meldspoor.cases.store.AppendResult;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.Expected;
import nl.meldspoor.cases.store.Idempotency;
import nl.meldspoor.cases.store.IdempotencyClaim;
import nl.meldspoor.cases.store.Lookup;
import nl.meldspoor.cases.store.NewEvent;
import nl.meldspoor.cases.store.RememberedCommand;
import nl.meldspoor.cases.store.StoredCase;
import nl.meldspoor.cases.store.Uuid7;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;

/**
 * Records an entry that is right in shape, on a case within reach: idempotency, then 412, then the rules, then the store; all of it
 * again when somebody else was first.
 */
@ApplicationScoped
class EntryRecording {

    /** How often a decision is taken again because the case moved on meanwhile. */
    private static final int ATTEMPTS = 8;

    private static final Set<Role> LEADING =
            EnumSet.of(Role.SUPERVISOR, Role.ATTENTION_OFFICER, Role.REPORT_TEAM, Role.BOARD);

    private final CaseTurns turns = new CaseTurns(Duration.ofSeconds(10));

    @Inject
    EventStore store;

    @Inject
    Idempotency idempotency;

    @Inject
    PersonRefs refs;

    @Inject
    Clock clock;

    /** What became of an entry. */
    sealed interface Outcome {}

    /** Stored now. */
    record Stored(StoredCase before, List<nl.meldspoor.cases.store.StoredEvent> events, List<Proposed> proposed) implements Outcome {}

    /** Stored earlier, under the same key. */
    record Replayed(RememberedCommand command) implements Outcome {}

    /** Would be stored. */
    record Tried(StoredCase before, List<RecordedEvent> events, List<Proposed> proposed) implements Outcome {}

    /** What kind of entry stands at this place of a case. */
    Optional<EventType> typeOf(UUID caseId, int sequence) {
        return store.load(caseId).flatMap(stored -> stored.toHistory().recorded(sequence)).map(RecordedEvent::type);
    }

    /** The moment of recording, as the store keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Opens a case; its id follows from the Idempotency-Key, if there is one, so that a repeat cannot open a second. */
    Outcome open(Acting acting, EntryReader.ReadEntry entry, Instructions how) {
        var now = now();
        var claim = how.claim(acting);
        var replay = replay(acting, claim);
        if (replay.isPresent()) {
            return replay.get();
        }
        var caseId = claim.map(c -> derived(acting, c)).orElseGet(() -> Uuid7.at(now));
        var command = command(EventType.CASE_OPENED, entry, now, acting, caseId);
        return switch (Decider.open(command)) {
            case Decision.Refused refused -> throw Refusals.of(refused, how.language()).asException();
            case Decision.Accepted accepted -> {
                var lookup = new Lookup(
                        Lookup.CLIENT_REFERENCE,
                        refs.client(acting.organisation(), ((CaseOpened) entry.entry()).client().reference()));
                yield how.dryRun()
                        ? new Tried(null, recorded(null, accepted, acting.actor(), now, caseId), accepted.events())
                        : append(acting, null, caseId, accepted, List.of(lookup), claim.orElse(null), how, now)
                                .orElseThrow(() -> ProblemException.unavailable(1));
            }
        };
    }

    /**
     * How the caller reaches the case, found by a query. Asked again when the case moved on since: the entry that moved it may be the
     * one that takes the case out of his reach, and reach and decision must be of one and the same version.
     */
    interface Reaching {
        /** The version of the case at which the caller reaches it and may record the entry; 404 or 403 when he no longer does. */
        long again();
    }

    /**
     * Records on an existing case.
     *
     * @param reachedAt the version at which the caller was found to reach the case
     */
    Outcome record(
            Acting acting, UUID caseId, EventType type, EntryReader.ReadEntry entry, Instructions how, long reachedAt, Reaching reaching) {
        return turns.take(caseId, () -> recordInTurn(acting, caseId, type, entry, how, reachedAt, reaching));
    }

    private Outcome recordInTurn(
            Acting acting, UUID caseId, EventType type, EntryReader.ReadEntry entry, Instructions how, long reachedAt, Reaching reaching) {
        var claim = how.claim(acting);
        var reached = reachedAt;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var replay = replay(acting, claim);
            if (replay.isPresent()) {
                return replay.get();
            }
            var now = now();
            var before = store.load(caseId).orElseThrow(ProblemException::notFound);
            if (before.version() != reached) {
                reached = reaching.again();
                before = store.load(caseId, reached).orElseThrow(ProblemException::notFound);
            }
            if (how.ifMatch().isPresent() && how.ifMatch().getAsLong() != before.version()) {
                throw ProblemException.preconditionFailed();
            }
            var history = before.toHistory();
            switch (Decider.decide(history, command(type, entry, now, acting, caseId))) {
                case Decision.Refused refused -> throw Refusals.of(refused, how.language()).asException();
                case Decision.Accepted accepted -> {
                    if (how.dryRun()) {
                        return new Tried(before, recorded(before, accepted, acting.actor(), now, caseId), accepted.events());
                    }
                    var stored = append(acting, before, caseId, accepted, corrected(acting, entry), claim.orElse(null), how, now);
                    if (stored.isPresent()) {
                        return stored.get();
                    }
                }
            }
        }
        throw ProblemException.unavailable(1);
    }

    /** A corrected reference finds the case too; the old one goes on finding it, since it stays on record. */
    private List<Lookup> corrected(Acting acting, EntryReader.ReadEntry entry) {
        return entry.entry() instanceof EntryCorrected correction && correction.replacement() instanceof CaseOpened opened
                ? List.of(new Lookup(
                        Lookup.CLIENT_REFERENCE, refs.client(acting.organisation(), opened.client().reference())))
                : List.of();
    }

    private Command command(EventType type, EntryReader.ReadEntry entry, Instant now, Acting acting, UUID caseId) {
        return new Command(type, entry.entry(), entry.note(), entry.deviation(), now, Uuid7.at(now), refs(acting, caseId));
    }

    private Refs refs(Acting acting, UUID caseId) {
        return new Refs() {
            @Override
            public String acting() {
                return acting.personRef();
            }

            @Override
            public boolean leads() {
                return LEADING.stream().anyMatch(acting.roles()::contains);
            }

            @Override
            public String person(String userName) {
                return refs.person(acting.organisation(), userName);
            }

            @Override
            public String accused(String userName) {
                return refs.accused(acting.organisation(), caseId, userName);
            }
        };
    }

    private Optional<Replayed> replay(Acting acting, Optional<IdempotencyClaim> claim) {
        return claim.flatMap(c -> idempotency
                .find(acting.organisation(), c.scopeRef(), c.keyHash())
                .map(command -> replayed(command, c)));
    }

    private static Replayed replayed(RememberedCommand command, IdempotencyClaim claim) {
        if (!command.fingerprint().equals(claim.fingerprint())) {
            throw Refusals.keyReused();
        }
        return new Replayed(command);
    }

    /** Empty when the case moved on. */
    private Optional<Outcome> append(
            Acting acting,
            StoredCase before,
            UUID caseId,
            Decision.Accepted accepted,
            List<Lookup> lookups,
            IdempotencyClaim claim,
            Instructions how,
            Instant now) {
        var actor = acting.actor();
        var events = accepted.events().stream()
                .map(p -> new NewEvent(Uuid7.at(now), p.data(), p.note(), p.deviation(), p.deviatedFrom(), p.occurredAt()))
                .toList();
        var after = history(before, recorded(before, accepted, actor, now, caseId));
        var result = store.append(new AppendRequest(
                acting.organisation(),
                caseId,
                before == null ? Expected.noCase() : before.expected(),
                events,
                actor,
                CaseReach.of(after),
                OpenObligations.of(after),
                lookups,
                Uuid7.at(now),
                claim,
                how.trace().correlationId(),
                null,
                how.trace().traceparent(),
                now));
        return switch (result) {
            case AppendResult.Appended appended -> Optional.of(new Stored(before, appended.events(), accepted.events()));
            case AppendResult.Replayed replayed -> Optional.of(replayed(replayed.command(), claim));
            case AppendResult.Conflict conflict -> Optional.empty();
            case AppendResult.OutcomeUnknown unknown -> throw Refusals.outcomeUnknown();
        };
    }

    /** The case with these events. */
    static CaseHistory history(StoredCase before, List<RecordedEvent> events) {
        var all = new ArrayList<RecordedEvent>(before == null ? List.of() : before.toHistory().events());
        all.addAll(events);
        return CaseHistory.of(all);
    }

    /** The events as the fold will take them once they are stored. */
    private static List<RecordedEvent> recorded(StoredCase before, Decision.Accepted accepted, Actor actor, Instant now, UUID caseId) {
        var previous = before == null ? now : before.events().getLast().recordedAt();
        var recordedAt = previous.isAfter(now) ? previous : now;
        var sequence = before == null ? 0 : before.version();
        var events = new ArrayList<RecordedEvent>();
        for (var proposed : accepted.events()) {
            sequence++;
            events.add(new RecordedEvent(
                    Uuid7.at(now),
                    caseId,
                    sequence,
                    proposed.occurredAt() == null ? recordedAt : proposed.occurredAt(),
                    recordedAt,
                    actor.personRef(),
                    actor.onBehalfOfRef(),
                    proposed.deviatedFrom(),
                    proposed.data(),
                    EventJson.sealedMembers(content(proposed))));
        }
        return events;
    }

    /** The sealed members as they were sent. */
    static Collection<com.fasterxml.jackson.databind.node.ObjectNode> content(Proposed proposed) {
        return EventJson.sealed(proposed.data(), proposed.note(), proposed.deviation()).values();
    }

    /** UUID version 8 of the keyed hash of the key. */
    private UUID derived(Acting acting, IdempotencyClaim claim) {
        var hash = refs.fingerprint("case-id", acting.organisation(), claim.keyHash());
        var high = Long.parseUnsignedLong(hash.substring(0, 16), 16);
        var low = Long.parseUnsignedLong(hash.substring(16, 32), 16);
        return new UUID((high & ~0xf000L) | 0x8000L, (low & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }
}
