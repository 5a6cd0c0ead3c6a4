package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.cases.access.EntryRights;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventShape.Kind;
import nl.meldspoor.events.EventShape.Member;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;

/** Every path of the catalogue over REST: accepted when it is right, refused with all errors when it is not, and only from who may. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class EveryEntryIT {

    /** What an entry needs beside the first code of each kind to be accepted where the ones before it in the catalogue are. */
    private static final Map<EventType, Map<String, Object>> ASKED_BY_RULES = Map.ofEntries(
            Map.entry(EventType.SIGNAL_RECORDED, Map.of("source", "OWN")),
            Map.entry(EventType.CONVERSATION_WAIVED, Map.of("waives", "CONVERSATION", "ground", "SAFETY")),
            Map.entry(EventType.HANDOVER_ANSWERED, Map.of("answer", "WITHDRAWN")),
            Map.entry(EventType.ENTRY_CORRECTED, Map.of("corrects", 3)),
            Map.entry(EventType.CASE_CLOSED, Map.of("ground", "CLIENT_DECEASED")),
            Map.entry(EventType.ASSESSMENT_MADE, Map.of("suspicion", "YES", "acuteUnsafety", "YES", "structuralUnsafety", "NO")),
            Map.entry(EventType.DECISIONS_TAKEN, Map.of("reportNecessary", true)),
            Map.entry(EventType.MELDING_MADE, Map.of("channel", "MELDSPOOR", "discussedWithClient", true)),
            Map.entry(EventType.HELP_EVALUATED, Map.of("safetyRestored", "YES")),
            Map.entry(EventType.CARE_CHECK_DONE, Map.of("dependentAdults", true)),
            Map.entry(EventType.JUDGEMENT_MADE, Map.of("qualification", "CALAMITY")),
            Map.entry(EventType.HEARING_WAIVED, Map.of("ground", "REFUSED")),
            Map.entry(EventType.IGJ_REPORT_FILED, Map.of("category", "CALAMITY", "authority", "IGJ")),
            Map.entry(EventType.IGJ_RESPONSE_RECEIVED, Map.of("kind", "RECEIPT")));

    private static RequestSpecification of(Route route) {
        String role = route == Route.MELDCODE ? "professional" : "board";
        return given().auth()
                .oauth2(SignedTokens.person("de-linde-" + role, "de-linde", role))
                .contentType("application/json");
    }

    private static String opened(Route route) {
        return of(route).body(TypedEntry.complete(EventType.CASE_OPENED, route).put("route", route.name()).put("framework", "VENVN").put("legalFramework", "WLZ").toString())
                .post("/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("case.id");
    }

    private static List<EventType> entriesOf(Route route) {
        return Stream.of(EventType.values())
                .filter(t -> t != EventType.CASE_OPENED && t.isEntry() && t.routes().contains(route))
                // How the record is kept is for the board, and has tests of its own: an erased case takes nothing more.
                .filter(t -> !EventType.KEEPING.contains(t))
                .toList();
    }

    private static Response post(Route route, String caseId, EventType type, ObjectNode body) {
        return of(route).body(body.toString()).post("/v1/cases/" + caseId + "/" + type.entryPath());
    }

    private static Set<String> pointers(Response refused) {
        return Set.copyOf(refused.jsonPath().getList("errors.pointer", String.class));
    }

    @Test
    void eachIsAcceptedWithWhatIsRequired() {
        for (Route route : Route.values()) {
            // given
            String id = opened(route);
            Map<String, String> ids = new HashMap<>();

            for (EventType type : entriesOf(route)) {
                ObjectNode body = TypedEntry.complete(type, route).put("deviation", "zo ging het");
                ids.forEach((name, value) -> body.replace(name, body.has(name) ? body.textNode(value) : null));
                ids.keySet().stream().filter(name -> body.path(name).isNull()).forEach(body::remove);
                body.setAll((ObjectNode) EventJson.mapper().valueToTree(ASKED_BY_RULES.getOrDefault(type, Map.of())));

                // when
                Response answer = post(route, id, type, body);

                // then
                assertThat(answer.statusCode()).as("%s %s: %s", route, type.entryPath(), answer.asString()).isEqualTo(201);
                assertThat(answer.path("events[0].type").toString()).isEqualTo(type.eventName());
                assertThat(answer.header("Location")).isEqualTo("/v1/cases/" + id + "/events/" + answer.path("events[0].sequence"));
                for (String name : List.of("meldingId", "helpId", "silenceId", "improvementId", "handoverId")) {
                    String value = answer.path("events[0].data." + name);
                    if (value != null) {
                        ids.put(name, value);
                    }
                }
            }
        }
    }

    @Test
    void whatIsMissingWrongUnknownUnreadableOrYetToComeIsNamedAndLeavesNoTrace() {
        for (Route route : Route.values()) {
            String id = opened(route);
            for (EventType type : entriesOf(route)) {
                List<String> required = TypedEntry.required(type, route).map(m -> "#/" + m.name()).toList();
                List<String> all = TypedEntry.members(type).stream().map(m -> "#/" + m.name()).toList();

                // when
                Response empty = post(route, id, type, EventJson.mapper().createObjectNode());
                Response wrong = post(route, id, type, TypedEntry.wrongInEveryMember(type));

                // then
                assertThat(empty.statusCode()).as(type.entryPath()).isEqualTo(400);
                assertThat(pointers(empty)).as(type.entryPath()).containsAll(required);
                assertThat(wrong.statusCode()).as(type.entryPath()).isEqualTo(400);
                assertThat(pointers(wrong)).as(type.entryPath()).containsAll(all).contains("#/surprise");
                refusedByContent(route, id, type);
            }
            assertThat(of(route).get("/v1/cases/" + id).<Integer>path("version")).isEqualTo(1);
        }
    }

    /** Text that is blank, holds a control character or is too long, each in a member of its own; a moment that is yet to come. */
    private static void refusedByContent(Route route, String id, EventType type) {
        List<String> texts = TypedEntry.members(type).stream()
                .filter(m -> m.kind() == Kind.TEXT && m.constant() == null)
                .map(Member::name)
                .toList();
        List<String> bad = List.of(" ", "a\u0001b", "x".repeat(20_001));
        if (!texts.isEmpty()) {
            ObjectNode body = TypedEntry.complete(type, route);
            for (int i = 0; i < texts.size(); i++) {
                body.put(texts.get(i), bad.get(i % bad.size()));
            }
            Response refused = post(route, id, type, body);
            assertThat(refused.statusCode()).as(type.entryPath()).isEqualTo(400);
            assertThat(pointers(refused)).as(type.entryPath()).containsAll(texts.stream().map(name -> "#/" + name).toList());
        }
        TypedEntry.members(type).stream().filter(m -> m.happenedAt()).findFirst().ifPresent(member -> {
            Instant tomorrow = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
            String future = member.kind() == Kind.DAY ? tomorrow.toString().substring(0, 10) : tomorrow.toString();
            Response refused = post(route, id, type, TypedEntry.complete(type, route).put(member.name(), future));
            assertThat(refused.statusCode()).as(type.entryPath()).isEqualTo(400);
            assertThat(pointers(refused)).as(type.entryPath()).contains("#/" + member.name());
        });
    }

    /** 403 comes before the case is looked up: so an unknown case tells the two apart for every role and path. */
    @Test
    void aRoleThatMayNeverRecordAnEntryIsRefusedBeforeTheCaseIsLookedUp() {
        String nowhere = UUID.randomUUID().toString();
        List<String> surprises = new ArrayList<>();
        for (Role role : Role.values()) {
            String token = role == Role.VT_LIAISON
                    ? SignedTokens.liaison("vt-liaison-noord", "noord")
                    : SignedTokens.person("de-linde-somebody", "de-linde", role.code());
            for (EventType type : EventType.values()) {
                if (type == EventType.CASE_OPENED || !type.isEntry()) {
                    continue;
                }

                // when
                RequestSpecification asking = given().auth().oauth2(token).contentType("application/json");
                if (role == Role.INTEGRATION) {
                    asking.header("On-Behalf-Of", "de-linde-professional");
                }
                int status = asking.body("{}").post("/v1/cases/" + nowhere + "/" + type.entryPath()).statusCode();

                // then
                int expected = EntryRights.mayEver(Set.of(role), type) ? 404 : 403;
                if (status != expected) {
                    surprises.add(role.code() + " " + type.entryPath() + ": expected " + expected + ", but was " + status);
                }
            }
        }
        assertThat(surprises).isEmpty();
    }
}
