package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.CaseAccess;
import nl.meldspoor.cases.access.Ground;
import nl.meldspoor.cases.access.KeeperReach;
import nl.meldspoor.cases.access.MeldingAccess;
import nl.meldspoor.cases.access.PersonnelReach;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.cases.access.View;
import nl.meldspoor.cases.decide.Proposed;
import nl.meldspoor.cases.history.CaseJson;
import nl.meldspoor.cases.history.CaseReading;
import nl.meldspoor.cases.history.ChangesJson;
import nl.meldspoor.cases.history.MeldingTold;
import nl.meldspoor.cases.history.ToldEvent;
import nl.meldspoor.cases.regulation.RegulationOf;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.terms.AmsterdamDay;

/** Answers a recorded entry: 201 with the case and its new events, the same again for a repeat, 200 for a dry run. */
@ApplicationScoped
class RecordingAnswers {

    @Inject
    EventStore store;

    @Inject
    CaseAccess access;

    @Inject
    CaseReading reading;

    @Inject
    RegulationOf regulation;

    @Inject
    PersonnelReach personnel;

    @Inject
    KeeperReach keeper;

    private Optional<Reached> find(Acting acting, UUID caseId) {
        return access.find(caseId, acting).or(() -> personnel.find(caseId, acting)).or(() -> keeper.find(caseId, acting));
    }

    /** @param type the entry that was recorded */
    Response answer(EntryRecording.Outcome outcome, Acting acting, EventType type, Instructions how) {
        return switch (outcome) {
            case EntryRecording.Stored stored -> stored(stored, acting, type, how);
            case EntryRecording.Replayed replayed -> replayed(replayed, acting, type, how);
            case EntryRecording.Tried tried -> tried(tried, acting, how);
        };
    }

    private Response stored(EntryRecording.Stored stored, Acting acting, EventType type, Instructions how) {
        var last = stored.events().getLast();
        var answer = created(type, last.caseId(), stored.events().getFirst().sequence(), last.sequence());
        if (how.minimal()) {
            return answer.header("Preference-Applied", "return=minimal").build();
        }
        var reached = reachAfter(stored, acting);
        var told = told(stored, acting);
        var opening = stored.before() == null
                ? CaseJson.Opening.of(told.getFirst())
                : afterStoring(() -> reading.openingUnlogged(stored.before().history(), reached)).with(told);
        var json = CaseJson.of(stored.after().history(), reached, opening, last.recordedAt(), how.language());
        return answer.entity(body(warned(json, reached), told)).build();
    }

    /** "As it was then": the case at the version after the command, looked at from the moment of the command. */
    private Response replayed(EntryRecording.Replayed replayed, Acting acting, EventType type, Instructions how) {
        var command = replayed.command();
        var answer = created(type, command.caseId(), command.firstSequence(), command.lastSequence()).header("Idempotency-Replayed", "true");
        if (how.minimal()) {
            return answer.header("Preference-Applied", "return=minimal").build();
        }
        var reached = find(acting, command.caseId()).orElseThrow(ProblemException::notFound);
        var then = store.load(command.caseId(), command.lastSequence()).orElseThrow(ProblemException::notFound);
        var opening = reading.opening(then.toHistory(), acting, reached, how.trace().correlationId());
        var events = then.events().subList((int) command.firstSequence() - 1, (int) command.lastSequence());
        var json = CaseJson.of(then.toHistory(), reached, opening, command.recordedAt(), how.language());
        return answer.entity(body(warned(json, reached), reading.open(events))).build();
    }

    private Response tried(EntryRecording.Tried tried, Acting acting, Instructions how) {
        var history = tried.after().history();
        var told = new ArrayList<ToldEvent>();
        for (var i = 0; i < tried.events().size(); i++) {
            told.add(tried(tried.events().get(i), tried.proposed().get(i), acting));
        }
        var caseId = history.caseId();
        var reached = tried.before() == null ? JustOpened.reach(acting, history) : find(acting, caseId).orElseThrow(ProblemException::notFound);
        var opening = tried.before() == null
                ? CaseJson.Opening.of(told.getFirst())
                : reading.opening(tried.before().history(), acting, reached, how.trace().correlationId()).with(told);
        Instant at = tried.events().getLast().recordedAt();
        var body = answer(warned(CaseJson.of(history, reached, opening, at, how.language()), reached), told);
        if (reached.view() != View.OWN_ENTRIES) {
            body.set("changes", ChangesJson.of(tried.before() == null ? null : tried.before().history(), history, AmsterdamDay.of(at)));
        }
        return Response.ok(body.toString(), MediaType.APPLICATION_JSON)
                .header("ETag", "\"" + (tried.before() == null ? 0 : tried.before().version()) + "\"")
                .build();
    }

    private ObjectNode warned(ObjectNode theCase, Reached reached) {
        return reached.route() == Route.MELDCODE
                ? theCase
                : CaseJson.warned(theCase, afterStoring(() -> regulation.isAgreed(reached.organisation())));
    }

    private static ToldEvent tried(RecordedEvent event, Proposed proposed, Acting acting) {
        return new ToldEvent(
                event.id(),
                event.caseId(),
                event.sequence(),
                event.type().eventName(),
                event.type().schemaVersion(),
                event.occurredAt(),
                event.recordedAt(),
                acting.caller().userName(),
                acting.onBehalfOf().orElse(null),
                event.deviatedFrom(),
                EventJson.merge(EventJson.facts(proposed.data()), EntryRecording.content(proposed)),
                false,
                null);
    }

    /** For a liaison: what was recorded, and of the case no more than where it stands. */
    Response answerLiaison(EntryRecording.Outcome outcome, Acting acting, EventType type, MeldingAccess.Sent sent, Instructions how) {
        var answer = Response.status(Response.Status.CREATED).type(MediaType.APPLICATION_JSON).header("Location", "/v1/meldingen/" + sent.meldingId());
        return switch (outcome) {
            case EntryRecording.Stored stored -> {
                var version = stored.events().getLast().sequence();
                answer.header("ETag", "\"" + version + "\"");
                yield how.minimal()
                        ? answer.header("Preference-Applied", "return=minimal").build()
                        : answer.entity(body(whereItStands(sent, version), told(stored, acting))).build();
            }
            case EntryRecording.Replayed replayed -> {
                var command = replayed.command();
                answer.header("ETag", "\"" + command.lastSequence() + "\"").header("Idempotency-Replayed", "true");
                if (how.minimal()) {
                    yield answer.header("Preference-Applied", "return=minimal").build();
                }
                reading.log(
                        acting, sent.organisation(), sent.caseId(), "READ", type.entryPath(), MeldingTold.GROUND,
                        command.firstSequence(), command.lastSequence(), how.trace().correlationId());
                var events = store.events(sent.caseId(), command.firstSequence() - 1, (int) (command.lastSequence() - command.firstSequence() + 1));
                yield answer.entity(body(whereItStands(sent, command.lastSequence()), reading.open(events))).build();
            }
            case EntryRecording.Tried tried -> {
                var event = tried.events().getLast();
                yield Response.ok(
                                body(whereItStands(sent, event.sequence()), List.of(tried(event, tried.proposed().getLast(), acting))),
                                MediaType.APPLICATION_JSON)
                        .build();
            }
        };
    }

    private static ObjectNode whereItStands(MeldingAccess.Sent sent, long version) {
        return EventJson.mapper()
                .createObjectNode()
                .put("id", sent.caseId().toString())
                .put("organisation", sent.organisation())
                .put("status", sent.status())
                .put("version", version);
    }

    private static List<ToldEvent> told(EntryRecording.Stored stored, Acting acting) {
        var told = new ArrayList<ToldEvent>();
        var actor = acting.actor();
        for (var i = 0; i < stored.events().size(); i++) {
            told.add(ToldEvent.justStored(
                    stored.events().get(i), actor.userName(), actor.onBehalfOf(), EntryRecording.content(stored.proposed().get(i))));
        }
        return told;
    }

    private static Response.ResponseBuilder created(EventType type, UUID caseId, long first, long last) {
        var location = "/v1/cases/" + caseId + (type == EventType.CASE_OPENED ? "" : "/events/" + first);
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON)
                .header("Location", location)
                .header("ETag", "\"" + last + "\"");
    }

    static String body(ObjectNode theCase, List<ToldEvent> events) {
        return answer(theCase, events).toString();
    }

    private static ObjectNode answer(ObjectNode theCase, List<ToldEvent> events) {
        var json = EventJson.mapper().createObjectNode();
        json.set("case", theCase);
        var array = json.putArray("events");
        events.forEach(event -> array.add(event.toJson()));
        return json;
    }

    /**
     * The entry itself may have changed who reaches the case: whoever recorded it then sees what he recorded, and the status. When it did
     * not, he reaches it as he was found to.
     */
    private Reached reachAfter(EntryRecording.Stored stored, Acting acting) {
        var history = stored.after().history();
        if (stored.before() == null) {
            return JustOpened.reach(acting, history);
        }
        if (stored.before().reach().equals(stored.after().reach())) {
            return stored.within().reached();
        }
        return afterStoring(() -> find(acting, history.caseId())).orElseGet(() -> JustOpened.reach(acting, history, List.of(Ground.OPENED)));
    }

    /** The entry is stored: when the store fails only now, a plain 503 would say the opposite. */
    private static <T> T afterStoring(java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (StoreUnavailable e) {
            throw Refusals.outcomeUnknown();
        }
    }
}
