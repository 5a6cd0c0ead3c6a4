package nl.meldspoor.cases.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.Decider;
import nl.meldspoor.cases.decide.Decision;
import nl.meldspoor.cases.decide.Proposed;
import nl.meldspoor.cases.decide.Refs;
import nl.meldspoor.cases.decide.WhoActs;
import nl.meldspoor.cases.history.OpenObligations;
import nl.meldspoor.cases.store.AccessEntry;
import nl.meldspoor.cases.store.Actor;
import nl.meldspoor.cases.store.AppendRequest;
import nl.meldspoor.cases.store.AppendResult;
import nl.meldspoor.cases.store.CaseTurn;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.Expected;
import nl.meldspoor.cases.store.FoldedCase;
import nl.meldspoor.cases.store.Idempotency;
import nl.meldspoor.cases.store.IdempotencyClaim;
import nl.meldspoor.cases.store.Lookup;
import nl.meldspoor.cases.store.NewEvent;
import nl.meldspoor.cases.store.RecordedMoment;
import nl.meldspoor.cases.store.RememberedCommand;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.cases.store.Uuid7;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.http.ProblemException;

/**
 * Records an entry that is right in shape, on a case within reach: idempotency, then 412, then the rules, then the store; all of it
 * again when somebody else was first. Commands of one case are decided one after the other, each on what the one before it leaves, also
 * when that is still on its way to the store.
 */
@ApplicationScoped
class EntryRecording {

    /** How often a decision is taken again because the case moved on meanwhile, before the client is asked to come back. */
    private static final int ATTEMPTS = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Inject
    EventStore store;

    @Inject
    Idempotency idempotency;

    @Inject
    PersonRefs refs;

    @Inject
    Clock clock;

    /**
     * How the caller was found within reach of a case, by a query.
     *
     * @param version at which he was
     * @param hash of the event with that version
     * @param ground for the access log
     * @param reached null for a liaison, who reaches a melding and not the case
     */
    record Within(long version, String hash, String ground, Reached reached) {

        static Within of(Reached reached) {
            return new Within(reached.version(), reached.hash(), reached.rule(), reached);
        }
    }

    /**
     * Finds the caller within reach again. Asked when the case moved on since: the entry that moved it may be the one that takes the case
     * out of his reach, and reach and decision must be of one and the same version.
     */
    interface Reaching {
        /** How the caller reaches the case now and may record the entry; 404 or 403 when he no longer does. */
        Within again();
    }

    /** What became of an entry. */
    sealed interface Outcome {}

    /**
     * Stored now.
     *
     * @param within how it was reached for it; null for the entry that opens a case
     * @param before the case it was decided on; null for the entry that opens a case
     * @param after the case with it
     */
    record Stored(Within within, FoldedCase before, FoldedCase after, List<StoredEvent> events, List<Proposed> proposed) implements Outcome {}

    /** Stored earlier, under the same key. */
    record Replayed(RememberedCommand command) implements Outcome {}

    /**
     * Would be stored.
     *
     * @param before null for the entry that opens a case
     */
    record Tried(FoldedCase before, FoldedCase after, List<RecordedEvent> events, List<Proposed> proposed) implements Outcome {}

    /** What kind of entry stands at this place of a case. */
    Optional<EventType> typeOf(UUID caseId, int sequence) {
        return store.lastSeen(caseId)
                .flatMap(seen -> seen.history().recorded(sequence))
                .or(() -> store.load(caseId).flatMap(stored -> stored.toHistory().recorded(sequence)))
                .map(RecordedEvent::type);
    }

    /** The moment of recording, as the store keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What somebody wants to record, and how. */
    private record Wish(
            Acting acting, UUID caseId, EventType type, EntryReader.ReadEntry entry, Instructions how, Optional<IdempotencyClaim> claim) {}

    /** Opens a case; its id follows from the Idempotency-Key, if there is one, so that a repeat cannot open a second. */
    Outcome open(Acting acting, EntryReader.ReadEntry entry, Instructions how) {
        var claim = how.claim(acting);
        var caseId = claim.map(c -> derived(acting, c)).orElseGet(() -> Uuid7.at(now()));
        var wish = new Wish(acting, caseId, EventType.CASE_OPENED, entry, how, claim);
        return attempt(alone -> openOnce(wish, alone));
    }

    private Step openOnce(Wish wish, boolean alone) {
        var replay = replay(wish);
        if (replay.isPresent()) {
            return new Done(replay.get());
        }
        return store.inTurn(wish.caseId(), turn -> {
            if (turn.isWaitingForOthers()) {
                // the same key at the same moment
                turn.settle();
                return new Again(alone);
            }
            var now = now();
            return switch (Decider.open(command(wish, now))) {
                case Decision.Refused refused -> throw Refusals.of(refused, wish.how().language()).asException();
                case Decision.Accepted accepted -> {
                    var lookup = new Lookup(
                            Lookup.CLIENT_REFERENCE,
                            refs.client(wish.acting().organisation(), ((CaseOpened) wish.entry().entry()).client().reference()));
                    yield accepted(turn, wish, null, null, accepted, List.of(lookup), now, alone);
                }
            };
        });
    }

    /**
     * Records on an existing case.
     *
     * @param found how the caller was found to reach the case
     */
    Outcome record(
            Acting acting, UUID caseId, EventType type, EntryReader.ReadEntry entry, Instructions how, Within found, Reaching reaching) {
        var wish = new Wish(acting, caseId, type, entry, how, how.claim(acting));
        var first = new AtomicReference<>(found);
        return attempt(alone -> {
            var known = first.getAndSet(null);
            return recordOnce(wish, known == null ? reaching.again() : known, reaching, alone);
        });
    }

    private Step recordOnce(Wish wish, Within found, Reaching reaching, boolean alone) {
        var replay = replay(wish);
        if (replay.isPresent()) {
            return new Done(replay.get());
        }
        return store.inTurn(wish.caseId(), turn -> {
            var onPending = onPending(turn, wish, found, alone);
            return onPending.isPresent() ? onPending.get() : onStored(turn, wish, found, reaching, alone);
        });
    }

    /**
     * Decides on the case as it will be after the commands that wait. Empty when none wait, or when the entry would not be accepted on
     * it: nobody is refused because of something that is not stored yet.
     */
    private Optional<Step> onPending(CaseTurn turn, Wish wish, Within found, boolean alone) {
        if (wish.how().dryRun()) {
            return Optional.empty();
        }
        return turn.pending(found.version(), wish.claim())
                .filter(pending -> wish.how().ifMatch().isEmpty() || wish.how().ifMatch().getAsLong() == pending.version())
                .flatMap(pending -> {
                    var now = now();
                    return Decider.decide(pending.history(), command(wish, now)) instanceof Decision.Accepted accepted
                            ? Optional.of(accepted(turn, wish, found, pending, accepted, corrected(wish), now, alone))
                            : Optional.empty();
                });
    }

    /** Decides on the case as it is stored. */
    private Step onStored(CaseTurn turn, Wish wish, Within found, Reaching reaching, boolean alone) {
        var within = found;
        var seen = store.lastSeen(wish.caseId());
        if (turn.isWaitingForOthers() || seen.isPresent() && seen.get().version() > found.version()) {
            turn.settle();
            within = reaching.again();
            var replay = replay(wish);
            if (replay.isPresent()) {
                return new Done(replay.get());
            }
        }
        var before = store.fold(wish.caseId(), within.version(), within.hash());
        if (before.isEmpty()) {
            return new Again(alone);
        }
        var ifMatch = wish.how().ifMatch();
        if (ifMatch.isPresent() && ifMatch.getAsLong() != before.get().version()) {
            throw ProblemException.preconditionFailed();
        }
        var now = now();
        return switch (Decider.decide(before.get().history(), command(wish, now))) {
            case Decision.Refused refused -> throw Refusals.of(refused, wish.how().language()).asException();
            case Decision.Accepted accepted -> accepted(turn, wish, within, before.get(), accepted, corrected(wish), now, alone);
        };
    }

    // -- what an attempt leads to --------------------------------------------------------------------------------------------------

    /** What one attempt leads to, before it is known whether it is stored. */
    private sealed interface Step {}

    private record Done(Outcome outcome) implements Step {}

    private record Again(boolean alone) implements Step {}

    private record OnItsWay(
            Wish wish, Within within, FoldedCase before, FoldedCase after, List<Proposed> proposed, CaseTurn.Handed handed)
            implements Step {}

    /** One attempt; whether its command must travel alone comes in. */
    private interface Attempt {
        Step make(boolean alone);
    }

    private Outcome attempt(Attempt attempt) {
        var alone = false;
        var until = System.nanoTime() + PATIENCE.toNanos();
        for (var i = 0; i < ATTEMPTS && System.nanoTime() < until; i++) {
            switch (attempt.make(alone)) {
                case Done done -> {
                    return done.outcome();
                }
                case Again again -> alone = again.alone();
                case OnItsWay way -> {
                    switch (way.handed().await()) {
                        case AppendResult.Appended appended -> {
                            return new Stored(way.within(), way.before(), way.after(), appended.events(), way.proposed());
                        }
                        case AppendResult.Replayed replayed -> {
                            return replayed(replayed.command(), way.wish().claim().orElseThrow());
                        }
                        case AppendResult.OutcomeUnknown unknown -> throw Refusals.outcomeUnknown();
                        case AppendResult.Conflict conflict -> {}
                        case AppendResult.DecideAgain again -> alone |= again.alone();
                    }
                }
            }
        }
        throw ProblemException.unavailable(1);
    }

    private Step accepted(
            CaseTurn turn,
            Wish wish,
            Within within,
            FoldedCase before,
            Decision.Accepted accepted,
            List<Lookup> lookups,
            Instant now,
            boolean alone) {
        var acting = wish.acting();
        var events = accepted.events().stream()
                .map(p -> new NewEvent(Uuid7.at(now), p.data(), p.note(), p.deviation(), p.deviatedFrom(), p.occurredAt()))
                .toList();
        var recorded = recorded(before, events, acting.actor(), now, wish.caseId());
        var after = FoldedCase.pending(acting.organisation(), with(before, recorded));
        if (wish.how().dryRun()) {
            return new Done(new Tried(before, after, recorded, accepted.events()));
        }
        var trace = wish.how().trace();
        var ground = within == null ? JustOpened.reach(acting, after.history()).rule() : within.ground();
        var access = new AccessEntry(
                Uuid7.at(now), now, acting.organisation(), wish.caseId(), acting.actor(), "WRITE", wish.type().entryPath(), ground, null, null,
                "DONE", trace.correlationId());
        var request = new AppendRequest(
                acting.organisation(),
                wish.caseId(),
                Expected.noCase(),
                events,
                acting.actor(),
                after.reach(),
                OpenObligations.of(after.history()),
                lookups,
                Uuid7.at(now),
                wish.claim().orElse(null),
                trace.correlationId(),
                null,
                trace.traceparent(),
                now,
                access);
        return new OnItsWay(wish, within, before, after, accepted.events(), turn.hand(before, request, after, alone));
    }

    /** A corrected reference finds the case too; the old one goes on finding it, since it stays on record. */
    private List<Lookup> corrected(Wish wish) {
        return wish.entry().entry() instanceof EntryCorrected correction && correction.replacement() instanceof CaseOpened opened
                ? List.of(new Lookup(
                        Lookup.CLIENT_REFERENCE, refs.client(wish.acting().organisation(), opened.client().reference())))
                : List.of();
    }

    private Command command(Wish wish, Instant now) {
        var entry = wish.entry();
        return new Command(
                wish.type(), entry.entry(), entry.note(), entry.deviation(), now, Uuid7.at(now), refs(wish.acting(), wish.caseId()));
    }

    private Refs refs(Acting acting, UUID caseId) {
        return new Refs() {
            @Override
            public WhoActs acting() {
                return new WhoActs(acting.personRef(), acting.leads());
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

    private Optional<Replayed> replay(Wish wish) {
        return wish.claim()
                .flatMap(c -> idempotency
                        .find(wish.acting().organisation(), c.scopeRef(), c.keyHash())
                        .map(command -> replayed(command, c)));
    }

    private static Replayed replayed(RememberedCommand command, IdempotencyClaim claim) {
        if (!command.fingerprint().equals(claim.fingerprint())) {
            throw Refusals.keyReused();
        }
        return new Replayed(command);
    }

    private static CaseHistory with(FoldedCase before, List<RecordedEvent> events) {
        if (before == null) {
            return CaseHistory.of(events);
        }
        var history = before.history();
        for (var event : events) {
            history = history.with(event);
        }
        return history;
    }

    /** The events as the fold will take them from what is stored: facts, and which sealed members are present. */
    private static List<RecordedEvent> recorded(FoldedCase before, List<NewEvent> events, Actor actor, Instant now, UUID caseId) {
        var recordedAt = RecordedMoment.after(before == null ? null : before.recordedAt(), now);
        var sequence = before == null ? 0 : before.version();
        var recorded = new ArrayList<RecordedEvent>();
        for (var event : events) {
            sequence++;
            recorded.add(new RecordedEvent(
                    event.eventId(),
                    caseId,
                    sequence,
                    RecordedMoment.occurred(event.occurredAt(), recordedAt),
                    recordedAt,
                    actor.personRef(),
                    actor.onBehalfOfRef(),
                    event.deviatedFrom(),
                    EventJson.unsealed(event.data()),
                    EventJson.sealedMembers(event.sealed().values())));
        }
        return recorded;
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
