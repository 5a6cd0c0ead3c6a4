package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static nl.meldspoor.cases.rest.EntryByRelationIT.Relation.ACCUSED;
import static nl.meldspoor.cases.rest.EntryByRelationIT.Relation.ASSIGNED;
import static nl.meldspoor.cases.rest.EntryByRelationIT.Relation.GAVE_IT;
import static nl.meldspoor.cases.rest.EntryByRelationIT.Relation.HANDLES;
import static nl.meldspoor.cases.rest.EntryByRelationIT.Relation.OFFERED;
import static nl.meldspoor.cases.rest.EntryByRelationIT.Relation.OPENED;
import static nl.meldspoor.cases.rest.EntryByRelationIT.Relation.RECEIVED;
import static nl.meldspoor.cases.rest.EntryByRelationIT.Relation.SAME_UNIT;
import static nl.meldspoor.cases.rest.EntryByRelationIT.Relation.TOOK_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.meldspoor.cases.access.EntryRights;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of domain.md 2 over REST: every entry, from every role, in every relation to a case. Who is allowed hears it from a dry run;
 * who is not sends an entry that is right in everything but who sends it, and leaves nothing behind.
 */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntryByRelationIT {

    private static final String UNIT = "Team Oost";
    private static final String HOME = "de-linde";

    /** The cases the relations are to. */
    enum Known {
        /** Opened by one professional and still his. */
        KEPT(Route.MELDCODE),
        /** Refused by one, taken over by another, and on offer to a third. */
        HANDED_OVER(Route.MELDCODE),
        /** The accused is a user; a crime is suspected. */
        LINKED(Route.CARE_RELATION),
        /** The accused may be anybody. */
        UNLINKED(Route.CARE_RELATION);

        private final Route route;

        Known(Route route) {
            this.route = route;
        }
    }

    /** What somebody is to a case, whatever his role: the name is his user name too. */
    enum Relation {
        NONE(Known.KEPT, Known.HANDED_OVER, Known.LINKED, Known.UNLINKED),
        SAME_UNIT(Known.KEPT, Known.LINKED, Known.UNLINKED),
        OTHER_UNIT(Known.KEPT, Known.LINKED),
        /** Of the other organisation, with the user name and unit of who opened the case. */
        OTHER_ORGANISATION(Known.KEPT, Known.LINKED),
        EXCLUDED(Known.KEPT, Known.LINKED),
        HANDLES(Known.KEPT),
        GAVE_IT(Known.HANDED_OVER),
        TOOK_OVER(Known.HANDED_OVER),
        OFFERED(Known.HANDED_OVER),
        REFUSED_IT(Known.HANDED_OVER),
        OPENED(Known.LINKED, Known.UNLINKED),
        RECEIVED(Known.LINKED, Known.UNLINKED),
        ASSIGNED(Known.LINKED),
        ACCUSED(Known.LINKED);

        private final Set<Known> to;

        Relation(Known... to) {
            this.to = EnumSet.copyOf(Arrays.asList(to));
        }

        String user() {
            return this == OTHER_ORGANISATION ? HANDLES.user() : "relation-" + name().toLowerCase().replace('_', '-');
        }

        String organisation() {
            return this == OTHER_ORGANISATION ? "waterland" : HOME;
        }

        /** Of the same unit are those whose unit is the point, and who must not be helped by it. */
        String unit() {
            return switch (this) {
                case SAME_UNIT, OTHER_ORGANISATION, EXCLUDED, ACCUSED -> UNIT;
                default -> "Team West";
            };
        }

        /** Never reaches a case, whatever else he is. */
        boolean keptOut() {
            return this == OTHER_ORGANISATION || this == EXCLUDED || this == ACCUSED;
        }
    }

    private record Seen(String caseId, int version) {}

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<Known, Seen> cases = new EnumMap<>(Known.class);

    static Stream<Arguments> everyRoleInEveryRelation() {
        return Arrays.stream(Role.values()).flatMap(role -> Arrays.stream(Relation.values())
                .filter(relation -> entries().anyMatch(type -> isAsked(role, relation, type)))
                .flatMap(relation -> relation.to.stream().map(known -> Arguments.of(role, relation, known))));
    }

    /**
     * What a role never records is refused before the case is looked up ({@code EveryEntryIT}): here it is asked once more by those who are
     * nearest to the case.
     */
    private static boolean isAsked(Role role, Relation relation, EventType type) {
        return EntryRights.mayEver(Set.of(role), type) || EnumSet.of(HANDLES, TOOK_OVER, OPENED).contains(relation);
    }

    /** What the table gives; null is out of reach. */
    private static Set<EventType> gives(Role role, Relation relation, Known known) {
        if (relation.keptOut()) {
            return null;
        }
        return known.route == Route.MELDCODE ? onMeldcode(role, relation) : onCareRelation(role, relation, known);
    }

    private static Set<EventType> onMeldcode(Role role, Relation relation) {
        Set<Relation> opened = EnumSet.of(HANDLES, GAVE_IT);
        Set<Relation> openedHandledOrHandedTo = EnumSet.of(HANDLES, GAVE_IT, TOOK_OVER, OFFERED);
        return switch (role) {
            case PROFESSIONAL, INTEGRATION -> openedHandledOrHandedTo.contains(relation) ? of(Route.MELDCODE) : null;
            case SUPERVISOR -> relation == SAME_UNIT || openedHandledOrHandedTo.contains(relation) ? of(Route.MELDCODE) : null;
            case ATTENTION_OFFICER -> of(Route.MELDCODE);
            case STAFF -> opened.contains(relation) ? EnumSet.of(EventType.SIGNAL_RECORDED) : null;
            default -> null;
        };
    }

    private static Set<EventType> onCareRelation(Role role, Relation relation, Known known) {
        Set<EventType> reporting = EnumSet.of(EventType.SIGNAL_RECORDED, EventType.ACCUSED_ADDRESSED, EventType.INTERNAL_REPORT_MADE);
        Set<EventType> asReportTeam = of(Route.CARE_RELATION);
        asReportTeam.removeAll(EnumSet.of(EventType.SANCTION_IMPOSED, EventType.DISMISSAL_ANNOUNCED));
        if (role == Role.REPORT_TEAM) {
            return asReportTeam;
        }
        if (role == Role.BOARD) {
            Set<EventType> asBoard = of(Route.CARE_RELATION);
            asBoard.addAll(EventType.KEEPING);
            return asBoard;
        }
        if (known == Known.UNLINKED) {
            return null;
        }
        return switch (role) {
            case PROFESSIONAL, STAFF, INTEGRATION -> relation == OPENED ? reporting : null;
            case SUPERVISOR, ATTENTION_OFFICER ->
                relation == RECEIVED || relation == ASSIGNED ? asReportTeam : relation == OPENED ? reporting : null;
            case HR -> EnumSet.of(EventType.SANCTION_IMPOSED, EventType.DISMISSAL_ANNOUNCED, EventType.AFTERCARE_ARRANGED);
            case INVESTIGATOR -> relation == ASSIGNED
                    ? EnumSet.of(
                            EventType.ACCUSED_HEARD, EventType.CONVERSATION_HELD, EventType.INVESTIGATION_STARTED,
                            EventType.INVESTIGATION_COMPLETED)
                    : null;
            case POLICE_CONTACT -> EnumSet.of(EventType.CRIME_CHECKED, EventType.POLICE_CONTACTED);
            default -> null;
        };
    }

    private static Set<EventType> of(Route route) {
        Set<EventType> entries = EnumSet.noneOf(EventType.class);
        entries().filter(type -> type.routes().contains(route) && !EventType.KEEPING.contains(type)).forEach(entries::add);
        return entries;
    }

    private static Stream<EventType> entries() {
        return Arrays.stream(EventType.values()).filter(type -> type.isEntry() && type != EventType.CASE_OPENED);
    }

    /** 403, 404, or 0 for an answer that is about the entry itself. An entry of the other route is for a rule to refuse. */
    private static int expected(Role role, Relation relation, Known known, EventType type) {
        if (!EntryRights.mayEver(Set.of(role), type)) {
            return 403;
        }
        if (role == Role.BOARD && known.route == Route.MELDCODE && EventType.KEEPING.contains(type)) {
            return relation.keptOut() ? 404 : 0;
        }
        Set<EventType> given = gives(role, relation, known);
        if (given == null) {
            return 404;
        }
        return type.routes().contains(known.route) && !given.contains(type) ? 403 : 0;
    }

    @ParameterizedTest
    @MethodSource("everyRoleInEveryRelation")
    void isAllowedNeverHisOrNotThere(Role role, Relation relation, Known known) {
        // given
        Seen seen = cases.get(known);
        String token = token(role, relation);

        // when
        Map<String, CompletableFuture<Integer>> asked = new LinkedHashMap<>();
        Map<String, Integer> expected = new LinkedHashMap<>();
        entries().filter(type -> isAsked(role, relation, type)).forEach(type -> {
            int wanted = expected(role, relation, known, type);
            expected.put(type.entryPath(), wanted);
            asked.put(type.entryPath(), ask(role, relation, token, seen.caseId, body(known, type), type, wanted == 0));
        });
        Map<String, Integer> answers = new LinkedHashMap<>();
        asked.forEach((path, status) -> answers.put(path, aboutTheEntry(status.join()) ? 0 : status.join()));

        // then
        assertThat(answers).isEqualTo(expected);
        assertThat(version(known, seen.caseId)).isEqualTo(seen.version);
    }

    /** Would be recorded, or a rule is against it. */
    private static boolean aboutTheEntry(int status) {
        return status == 200 || status == 409;
    }

    /** Complete on this case; aftercare is that of the accused, which HR arranges too. */
    private static ObjectNode body(Known known, EventType type) {
        ObjectNode body = TypedEntry.complete(type, known.route);
        return switch (type) {
            case AFTERCARE_ARRANGED -> body.put("for", "ACCUSED");
            case CARE_CHECK_DONE -> body.put("dependentAdults", true);
            default -> body;
        };
    }

    private static CompletableFuture<Integer> ask(
            Role role, Relation relation, String token, String caseId, ObjectNode body, EventType type, boolean dryRun) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/cases/" + caseId + "/"
                        + type.entryPath() + (dryRun ? "?dryRun=true" : "")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (role == Role.INTEGRATION) {
            request.header("On-Behalf-Of", relation.user());
        }
        return CLIENT.sendAsync(request.build(), BodyHandlers.discarding()).thenApply(answer -> answer.statusCode());
    }

    private static String token(Role role, Relation relation) {
        return switch (role) {
            case VT_LIAISON -> SignedTokens.liaison(relation.user(), "noord");
            case INTEGRATION -> SignedTokens.person("ecd-" + relation.organisation(), relation.organisation(), role.code());
            default -> SignedTokens.personOfUnit(relation.user(), relation.organisation(), relation.unit(), role.code());
        };
    }

    private static int version(Known known, String caseId) {
        return by("de-linde-keeper", known.route == Route.MELDCODE ? "attention-officer" : "report-team")
                .get("/v1/cases/" + caseId)
                .then()
                .statusCode(200)
                .extract()
                .path("version");
    }

    /** Once; not before all, when the service is not yet known by its port. */
    @BeforeEach
    void tellTheCases() {
        if (!cases.isEmpty()) {
            return;
        }
        String kept = opened(HANDLES, "professional", Route.MELDCODE);
        String handedOver = opened(GAVE_IT, "professional", Route.MELDCODE);
        answered(handedOver, offered(handedOver, GAVE_IT, Relation.REFUSED_IT), Relation.REFUSED_IT, "REFUSED");
        answered(handedOver, offered(handedOver, GAVE_IT, TOOK_OVER), TOOK_OVER, "ACCEPTED");
        offered(handedOver, TOOK_OVER, OFFERED);
        String linked = opened(OPENED, "staff", Route.CARE_RELATION);
        String unlinked = opened(OPENED, "staff", Route.CARE_RELATION);
        recorded(linked, EventType.INTERNAL_REPORT_MADE, Map.of(
                "accusedKind", "STAFF", "accusedUser", ACCUSED.user(), "receivedByUser", RECEIVED.user()));
        recorded(linked, EventType.CRIME_CHECKED, Map.of("suspected", "YES"));
        recorded(linked, EventType.INVESTIGATOR_ASSIGNED, Map.of("user", ASSIGNED.user()));
        recorded(unlinked, EventType.INTERNAL_REPORT_MADE, Map.of("accusedKind", "UNKNOWN", "receivedByUser", RECEIVED.user()));
        Map.of(Known.KEPT, kept, Known.HANDED_OVER, handedOver, Known.LINKED, linked, Known.UNLINKED, unlinked)
                .forEach((known, id) -> cases.put(known, new Seen(id, version(known, id))));
    }

    private static RequestSpecification by(String user, String role) {
        return given().auth().oauth2(SignedTokens.person(user, HOME, role)).contentType("application/json");
    }

    /** Opens a case, and records the signal that a correction is about. */
    private static String opened(Relation who, String role, Route route) {
        ObjectNode opening = TypedEntry.complete(EventType.CASE_OPENED, route).put("route", route.name()).put("unit", UNIT);
        opening.putArray("excludeUsers").add(Relation.EXCLUDED.user());
        String id = by(who.user(), role).body(opening.toString()).post("/v1/cases").then().statusCode(201).extract().path("case.id");
        by(who.user(), role).body(Told.signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);
        return id;
    }

    private static String offered(String id, Relation giver, Relation to) {
        ObjectNode offer = TypedEntry.complete(EventType.CASE_HANDED_OVER, Route.MELDCODE).put("toUser", to.user());
        return by(giver.user(), "professional")
                .body(offer.toString())
                .post("/v1/cases/" + id + "/handovers")
                .then()
                .statusCode(201)
                .extract()
                .path("events[0].data.handoverId");
    }

    private static void answered(String id, String handoverId, Relation who, String answer) {
        by(who.user(), "professional")
                .body("{\"handoverId\":\"%s\",\"answer\":\"%s\",\"reason\":\"zo\"}".formatted(handoverId, answer))
                .post("/v1/cases/" + id + "/handover-answers")
                .then()
                .statusCode(201);
    }

    private static void recorded(String id, EventType type, Map<String, String> members) {
        ObjectNode body = TypedEntry.complete(type, Route.CARE_RELATION);
        members.forEach(body::put);
        by("de-linde-report-team", "report-team").body(body.toString()).post("/v1/cases/" + id + "/" + type.entryPath()).then().statusCode(201);
    }
}
