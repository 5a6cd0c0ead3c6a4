package nl.meldspoor.cases.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.CaseAccess;
import nl.meldspoor.cases.access.EntryRights;
import nl.meldspoor.cases.access.Ground;
import nl.meldspoor.cases.access.KeeperReach;
import nl.meldspoor.cases.access.PersonnelReach;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.cases.retention.Retentions;
import nl.meldspoor.cases.store.Erasure;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.events.CaseErased;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.ProblemException;
import org.jboss.logging.Logger;

/** Records entries: opens cases, and one path for every entry of the catalogue. What comes before is {@code ApiGate}'s. */
@Path("/v1/cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CasesResource {

    private static final Logger LOG = Logger.getLogger(CasesResource.class);

    /** What is more than an entry: keys are destroyed after it. */
    private static final Set<EventType> ERASING = Set.of(EventType.CASE_ERASED, EventType.PERSON_ERASED);

    private static final String FORBIDDEN = "Your role never records this entry.";

    @Inject
    CurrentCaller caller;

    @Inject
    CaseAccess access;

    @Inject
    PersonnelReach personnel;

    @Inject
    KeeperReach keeper;

    @Inject
    Retentions retentions;

    @Inject
    Erasure erasure;

    @Inject
    PersonRefs refs;

    @Inject
    EntryRecording recording;

    @Inject
    RecordingAnswers answers;

    /** The liaison belongs to no organisation and reaches a case only by a melding sent to its region. */
    @Inject
    MeldingenResource meldingen;

    /** Opens a case. */
    @POST
    public Response open(
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @HeaderParam("On-Behalf-Of") String onBehalfOf,
            @QueryParam("dryRun") String dryRun,
            byte[] body) {
        var who = caller.get();
        requireRight(who, EventType.CASE_OPENED);
        var acting = Acting.of(who, who.requireOrganisation(), onBehalfOf, refs);
        var json = JsonBody.object(body);
        Arrays.stream(Route.values())
                .filter(route -> route.name().equals(json.path("route").asText()))
                .findFirst()
                .ifPresent(route -> {
                    if (!EntryRights.mayOpen(who.roles(), route)) {
                        throw ProblemException.forbidden(FORBIDDEN);
                    }
                });
        var entry = EntryReader.read(EventType.CASE_OPENED, null, json, recording.now());
        var how = Instructions.read(headers, dryRun, uri, body);
        return answers.answer(recording.open(acting, entry, how), acting, EventType.CASE_OPENED, how);
    }

    /** Records an entry on a case. */
    @POST
    @Path("{caseId}/{entry: " + EntryPaths.BELOW_A_CASE + "}")
    public Response record(
            @PathParam("caseId") String caseId,
            @PathParam("entry") String path,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @HeaderParam("On-Behalf-Of") String onBehalfOf,
            @QueryParam("dryRun") String dryRun,
            byte[] body) {
        var type = EventType.byPath(path).filter(t -> t != EventType.CASE_OPENED).orElseThrow(ProblemException::notFound);
        var who = caller.get();
        requireRight(who, type);
        var id = CaseIds.parse(caseId).orElseThrow(ProblemException::notFound);
        if (who.organisation().isEmpty()) {
            return meldingen.recordOnCase(type, id, headers, uri, dryRun, body);
        }
        var acting = Acting.of(who, who.requireOrganisation(), onBehalfOf, refs);
        var reached = reached(acting, id, type);
        requireRightHere(reached, type);
        var entry = EntryReader.read(
                type,
                reached.route(),
                JsonBody.object(body),
                recording.now(),
                sequence -> type == EventType.ENTRY_CORRECTED ? recording.typeOf(id, sequence) : Optional.empty());
        if (entry.entry() instanceof CaseErased asked) {
            entry = new EntryReader.ReadEntry(retentions.of(asked, id, acting.organisation()), entry.note(), entry.deviation());
        }
        if (!EntryRights.mayRecordHere(reached, entry.entry(), sequence -> recording.typeOf(id, sequence))) {
            throw ProblemException.forbidden("Your role does not record this entry on this case.");
        }
        var how = Instructions.read(headers, dryRun, uri, body);
        var outcome = recording.record(acting, id, type, entry, how, EntryRecording.Within.of(reached), () -> again(acting, id, type));
        if (ERASING.contains(type) && !how.dryRun()) {
            carryOut(id);
        }
        return answers.answer(outcome, acting, type, how);
    }

    /** On record it is erased already, nothing opens it any more: keys that cannot be destroyed now are destroyed by the sweeper. */
    private void carryOut(UUID id) {
        try {
            erasure.carryOut(id);
        } catch (StoreUnavailable e) {
            LOG.warn("an erasure on record is left to the sweeper caseId=" + id);
        }
    }

    /**
     * HR reaches no case, and yet records on it what follows for the personnel file; the board keeps records whose content it does not see.
     * For anything else the case is not there for them.
     */
    private Reached reached(Acting acting, UUID id, EventType type) {
        return access.find(id, acting)
                .or(() -> Ground.HR.entries().contains(type) ? personnel.find(id, acting) : Optional.empty())
                .or(() -> Ground.KEEPER.entries().contains(type) ? keeper.find(id, acting) : Optional.empty())
                .orElseThrow(ProblemException::notFound);
    }

    private EntryRecording.Within again(Acting acting, UUID id, EventType type) {
        var reached = reached(acting, id, type);
        requireRightHere(reached, type);
        return EntryRecording.Within.of(reached);
    }

    private static void requireRight(Caller who, EventType type) {
        if (!EntryRights.mayEver(who.roles(), type)) {
            throw ProblemException.forbidden(FORBIDDEN);
        }
    }

    /** An entry of the other route is for rule GEN-2 to refuse; an entry of this route must be given by a ground. */
    private static void requireRightHere(Reached reached, EventType type) {
        if (type.routes().contains(reached.route()) && !reached.entries().contains(type)) {
            throw ProblemException.forbidden("Your role does not record this entry on this case.");
        }
    }
}
