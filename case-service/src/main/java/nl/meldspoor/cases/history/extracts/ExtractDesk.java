package nl.meldspoor.cases.history.extracts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.CaseAccess;
import nl.meldspoor.cases.access.PersonnelReach;
import nl.meldspoor.cases.seal.Opened;
import nl.meldspoor.cases.seal.Seal;
import nl.meldspoor.cases.seal.SealedContent;
import nl.meldspoor.cases.seal.SealedEvent;
import nl.meldspoor.cases.store.AccessEntry;
import nl.meldspoor.cases.store.AccessLog;
import nl.meldspoor.cases.store.CaseHead;
import nl.meldspoor.cases.store.CaseHeads;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.StoredCase;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.cases.store.Uuid7;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;

/**
 * Makes an extract for somebody: finds the case within his reach, opens no more of it than the kind shows, and hands the extract out
 * only when the line in the access log is durable.
 */
@ApplicationScoped
public class ExtractDesk {

    @Inject
    CaseAccess access;

    @Inject
    PersonnelReach personnel;

    @Inject
    EventStore store;

    @Inject
    CaseHeads heads;

    @Inject
    Seal seal;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * @param meldingId which melding; only for that kind, else null
     * @param correlationId of the request
     * @throws ProblemException 410 when the content of the case was erased: there is nothing left to extract
     * @return empty when there is no such case, it is out of reach, or it has no such extract: nobody learns which
     */
    public Optional<Extract> extract(ExtractKind kind, UUID caseId, UUID meldingId, Acting acting, UUID correlationId) {
        // The version is known before reach is asked: what is told is then never later than what was within reach.
        Optional<CaseHead> head = heads.find(caseId);
        Optional<String> ground = ground(kind, caseId, acting);
        if (head.isEmpty() || ground.isEmpty()) {
            return Optional.empty();
        }
        StoredCase stored = store.load(caseId, head.get().version())
                .orElseThrow(() -> new IllegalStateException("expected the events of case " + caseId + ", but there are none"));
        if (!kind.isOn(stored.toHistory().route())) {
            return Optional.empty();
        }
        if (stored.toHistory().erased()) {
            throw Problem.of("urn:meldspoor:erased", 410, "Erased", "The content of this case was erased. Its facts and its proof remain.")
                    .asException();
        }
        Instant now = clock.instant();
        Optional<Extract> extract = Extracts.compose(kind, opened(kind, stored, now), meldingId);
        extract.ifPresent(made -> log.record(List.of(new AccessEntry(
                Uuid7.at(now),
                now,
                stored.organisation(),
                caseId,
                acting.actor(),
                "READ",
                "extract " + kind.code(),
                ground.get(),
                1L,
                stored.version(),
                "DONE",
                correlationId))));
        return extract;
    }

    private Optional<String> ground(ExtractKind kind, UUID caseId, Acting acting) {
        Optional<String> reached = access.find(caseId, acting)
                .flatMap(r -> r.grounds().stream().filter(kind.grounds()::contains).findFirst())
                .map(Enum::name);
        if (reached.isEmpty() && kind == ExtractKind.PERSONNEL_FILE && personnel.reaches(caseId, acting)) {
            return Optional.of(PersonnelReach.GROUND);
        }
        return reached;
    }

    private ExtractMaterial opened(ExtractKind kind, StoredCase stored, Instant now) {
        List<Narrowed> narrowed =
                stored.events().stream().map(e -> Narrowed.of(kind, e)).toList();
        List<Opened> opened = seal.open(stored.organisation(), stored.caseId(), narrowed);
        List<Opening.Parts> parts = new ArrayList<>(opened.size());
        for (int i = 0; i < opened.size(); i++) {
            StoredEvent event = stored.events().get(i);
            parts.add(new Opening.Parts(event.recorded(), event.newestFacts(), opened.get(i).parts(), event.roles()));
        }
        return Opening.material(kind, stored.organisation(), parts, now);
    }

    /** An event with only the boxes that the kind opens; user names stay closed. */
    private record Narrowed(UUID eventId, int schemaVersion, SealedContent sealed) implements SealedEvent {

        static Narrowed of(ExtractKind kind, StoredEvent event) {
            SealedContent boxes =
                    event.sealed().only(box -> Opening.opens(kind, event.recorded().data(), box.person(), box.members()));
            return new Narrowed(event.eventId(), event.schemaVersion(), boxes);
        }

        @Override
        public SealedContent actor() {
            return null;
        }

        @Override
        public SealedContent onBehalfOf() {
            return null;
        }
    }
}
