package nl.meldspoor.cases.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.meldspoor.cases.seal.Seal;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonKind;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.proof.HashChain;

/** Makes the rows of commands: seals them, then numbers them and links them to the head they were decided on. */
final class AppendAssembly {

    /** Whoever makes these entries on a CARE_RELATION case may be its reporter, whose data can be erased on their own. */
    private static final Set<EventType> BY_A_REPORTER =
            EnumSet.of(EventType.CASE_OPENED, EventType.SIGNAL_RECORDED, EventType.INTERNAL_REPORT_MADE);

    private final Seal seal;
    private final AccessLog accessLog;

    AppendAssembly(Seal seal, AccessLog accessLog) {
        this.seal = seal;
        this.accessLog = accessLog;
    }

    /** Seals; the keys are durable when this returns. */
    PreparedCommand prepare(AppendRequest request) {
        List<PreparedCommand.PreparedEvent> events = new ArrayList<>(request.events().size());
        for (NewEvent event : request.events()) {
            EventType type = EventType.of(event.data());
            Seal.SealedParts sealed = seal.seal(
                    request.organisation(),
                    request.caseId(),
                    event.eventId(),
                    type.schemaVersion(),
                    event.sealed(),
                    actorKind(request, type),
                    request.actor().userName(),
                    request.actor().onBehalfOf(),
                    request.reach().erasedAt());
            events.add(new PreparedCommand.PreparedEvent(event, type, sealed));
        }
        return new PreparedCommand(request, events, request.access() == null ? null : accessLog.seal(request.access()));
    }

    /** Numbers the commands of one case and links them, the first to this head. */
    AppendUnit link(List<PreparedCommand> commands, Expected head) {
        List<AppendUnit.LinkedCommand> linked = new ArrayList<>(commands.size());
        Expected on = head;
        for (PreparedCommand command : commands) {
            AppendUnit.LinkedCommand next = link(command, on);
            linked.add(next);
            on = Expected.after(next.last());
        }
        return new AppendUnit(linked);
    }

    /** A single command, on the head it was decided on. */
    AppendUnit assemble(AppendRequest request) {
        return link(List.of(prepare(request)), request.expected());
    }

    private static AppendUnit.LinkedCommand link(PreparedCommand command, Expected on) {
        List<StoredEvent> events = new ArrayList<>(command.events().size());
        long sequence = on.version();
        String previousHash = on.hash();
        Instant recordedAt = RecordedMoment.after(on.recordedAt(), command.request().now());
        for (PreparedCommand.PreparedEvent event : command.events()) {
            StoredEvent stored = row(command.request(), event, ++sequence, events.size() + 1, recordedAt, previousHash);
            previousHash = stored.hash();
            events.add(stored);
        }
        AccessRow access = command.access() == null ? null : command.access().about(on.version() + 1, sequence);
        return new AppendUnit.LinkedCommand(command.request(), events, access);
    }

    private static StoredEvent row(
            AppendRequest request,
            PreparedCommand.PreparedEvent prepared,
            long sequence,
            int ordinal,
            Instant recordedAt,
            String previousHash) {
        NewEvent event = prepared.event();
        StoredEvent unlinked = new StoredEvent(
                0,
                0,
                0,
                event.eventId(),
                request.organisation(),
                request.caseId(),
                sequence,
                prepared.type().eventName(),
                prepared.type().schemaVersion(),
                RecordedMoment.occurred(event.occurredAt(), recordedAt),
                recordedAt,
                prepared.sealed().actor(),
                request.actor().personRef(),
                request.actor().roles(),
                prepared.sealed().onBehalfOf(),
                request.actor().onBehalfOfRef(),
                request.commandId(),
                ordinal,
                request.correlationId(),
                request.causationId(),
                event.deviatedFrom(),
                event.facts(),
                prepared.sealed().sealed(),
                request.traceparent(),
                previousHash,
                "");
        return unlinked.withHash(HashChain.link(previousHash, unlinked.canonical().text()));
    }

    private static PersonKind actorKind(AppendRequest request, EventType type) {
        if (EventType.KEEPING.contains(type)) {
            return PersonKind.ORGANISATION;
        }
        return request.reach().route() == Route.CARE_RELATION && BY_A_REPORTER.contains(type) ? PersonKind.REPORTER : PersonKind.STAFF;
    }
}
