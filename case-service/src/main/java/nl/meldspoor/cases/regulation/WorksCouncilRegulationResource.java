package nl.meldspoor.cases.regulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.terms.AmsterdamDay;

/** The regulation of the caller's organisation: the board enters it, the works council and the report team may read it. */
@Path("/v1/works-council-regulation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WorksCouncilRegulationResource {

    private static final Set<String> MEMBERS = Set.of("agreedOn", "reference");
    private static final int LONGEST_REFERENCE = 200;

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    Clock clock;

    /** {@code {"agreedOn","reference"}}, or 404 while there is none. */
    @GET
    @WithSession
    public Uni<String> read() {
        var who = caller.get();
        who.requireAny(Role.BOARD, Role.REPORT_TEAM, Role.WORKS_COUNCIL, Role.AUDITOR);
        return WorksCouncilRegulation.<WorksCouncilRegulation>findById(who.requireOrganisation())
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(WorksCouncilRegulationResource::json);
    }

    /** Enters it, or a newer one in its place. */
    @PUT
    public Uni<String> enter(byte[] body) {
        var who = caller.get();
        who.requireAny(Role.BOARD);
        var entered = entered(read(JsonBody.object(body)), who);
        // Two first times at once: one of them finds the other's row the second time.
        return Panache.withTransaction(() -> Panache.getSession().flatMap(session -> session.merge(entered)))
                .onFailure(PersistenceException.class)
                .retry()
                .atMost(2)
                .map(WorksCouncilRegulationResource::json);
    }

    private record Entered(LocalDate agreedOn, String reference) {}

    private Entered read(ObjectNode json) {
        var errors = new ShapeErrors();
        json.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                errors.add(ShapeErrors.pointer("#", name), "Unknown member.");
            }
        });
        LocalDate agreedOn = null;
        try {
            agreedOn = LocalDate.parse(json.path("agreedOn").asText());
            if (agreedOn.isAfter(AmsterdamDay.of(clock.instant()))) {
                errors.add("#/agreedOn", "Lies in the future.");
            }
        } catch (DateTimeParseException e) {
            errors.add("#/agreedOn", "A date is expected.");
        }
        var reference = json.path("reference").asText();
        if (!json.path("reference").isTextual()
                || reference.isBlank()
                || reference.length() > LONGEST_REFERENCE
                || reference.codePoints().anyMatch(Character::isISOControl)) {
            errors.add("#/reference", "Text of 1 to " + LONGEST_REFERENCE + " characters on one line is expected.");
        }
        errors.throwIfAny();
        return new Entered(agreedOn, reference);
    }

    private WorksCouncilRegulation entered(Entered entered, Caller who) {
        var regulation = new WorksCouncilRegulation();
        regulation.organisation = who.requireOrganisation();
        regulation.agreedOn = entered.agreedOn();
        regulation.reference = entered.reference();
        regulation.changedAt = clock.instant();
        regulation.changedByRef = refs.person(regulation.organisation, who.userName());
        return regulation;
    }

    private static String json(WorksCouncilRegulation regulation) {
        return EventJson.mapper()
                .createObjectNode()
                .put("agreedOn", regulation.agreedOn.toString())
                .put("reference", regulation.reference)
                .toString();
    }
}
