package nl.meldspoor.cases.history.extracts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.cases.store.AccessLog;
import nl.meldspoor.cases.store.Actor;
import nl.meldspoor.cases.store.AppendRequest;
import nl.meldspoor.cases.store.AppendResult;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.Expected;
import nl.meldspoor.cases.store.NewEvent;
import nl.meldspoor.cases.store.Uuid7;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.http.SignedTokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class ExtractsIT {

    private static final String ORGANISATION = "de-linde";
    private static final String ACCUSED = "de-linde-hr-accused";

    private static final String OPENING =
            """
            {"route":"MELDCODE","client":{"reference":"ECD-%s","name":"Clara Cliëntsma"},"clientRole":"CARE_RECEIVER","framework":"VENVN",
             "profession":"VERPLEEGKUNDIGE","unit":"Team Oost","sector":"VVT","legalFramework":"WLZ","region":"noord"}""";

    private static final String SIGNAL =
            """
            {"observedAt":"2026-11-02T09:00:00Z","perception":"SEEN","direction":"CONFIRMS","forms":[],"about":"CARE_RECEIVER","description":"%s",
             "source":"OWN","disclosure":false}""";

    @Inject
    EventStore store;

    @Inject
    AccessLog log;

    @Inject
    PersonRefs refs;

    @Test
    void hrGetsThePersonnelFileAndNothingElse() {
        // given
        UUID caseId = stored(Stories.reportedToIgj(), "de-linde-report-team", "report-team");

        // when
        var personnel = as("de-linde-hr", "hr").accept("application/json").get(path(caseId, "personnel-file"));
        var client = as("de-linde-hr", "hr").accept("application/json").get(path(caseId, "client-file"));
        var board = as("de-linde-hr", "hr").accept("application/json").get(path(caseId, "board-report"));

        // then
        personnel.then().statusCode(200).body(containsString("Doeksma")).body(not(containsString("Reportsma")));
        client.then().statusCode(403);
        board.then().statusCode(403);
    }

    @Test
    void theAccusedAndOtherOrganisationsFindNothing() {
        // given
        UUID caseId = stored(Stories.reportedToIgj(), "de-linde-report-team", "report-team");

        // when
        var accused = as(ACCUSED, "hr", "board", "report-team").accept("application/json").get(path(caseId, "personnel-file"));
        var whole = as(ACCUSED, "hr", "board", "report-team").accept("application/json").get(path(caseId, "board-report"));
        var other = given().auth()
                .oauth2(SignedTokens.person("waterland-board", "waterland", "board"))
                .accept("application/json")
                .get(path(caseId, "board-report"));

        // then
        accused.then().statusCode(404);
        whole.then().statusCode(404);
        other.then().statusCode(404);
    }

    @Test
    void whileTheAccusedIsNotLinkedOnlyReportTeamAndBoardHaveExtracts() {
        // given
        UUID caseId = stored(Stories.onlyReported(), "de-linde-report-team", "report-team", null);

        // when
        var hr = as("de-linde-hr", "hr").accept("application/json").get(path(caseId, "personnel-file"));
        var receiver = as("de-linde-supervisor", "supervisor").accept("application/json").get(path(caseId, "board-report"));
        var reportTeam = as("de-linde-report-team", "report-team").accept("application/json").get(path(caseId, "board-report"));

        // then
        hr.then().statusCode(404);
        receiver.then().statusCode(404);
        reportTeam.then().statusCode(200);
    }

    @Test
    void whoReceivedTheReportHasTheBoardReport() {
        // given
        UUID caseId = stored(Stories.onlyReported(), "de-linde-report-team", "report-team");

        // when
        var receiver = as("de-linde-supervisor", "supervisor").accept("application/json").get(path(caseId, "board-report"));
        var another = as("de-linde-supervisor-2", "supervisor").accept("application/json").get(path(caseId, "board-report"));

        // then
        receiver.then().statusCode(200);
        another.then().statusCode(404);
    }

    @Test
    void acceptDecidesBetweenJsonAndPdfAndNothingElse() throws IOException {
        // given
        UUID caseId = stored(Stories.reportedToIgj(), "de-linde-report-team", "report-team");

        // when
        var json = as("de-linde-board", "board").accept("application/json").get(path(caseId, "board-report"));
        var pdf = as("de-linde-board", "board").accept("application/pdf").get(path(caseId, "board-report"));
        var text = as("de-linde-board", "board").accept("text/html").get(path(caseId, "board-report"));
        var any = as("de-linde-board", "board").accept("*/*").get(path(caseId, "board-report"));

        // then
        json.then().statusCode(200).contentType("application/json").body("kind", equalTo("board-report"));
        any.then().statusCode(200).contentType("application/json");
        text.then().statusCode(406).contentType("application/problem+json");
        pdf.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + caseId + "-board-report.pdf\"");
        try (PDDocument document = Loader.loadPDF(pdf.asByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Verslag voor het bestuur", "Clara Cliëntsma");
        }
    }

    @Test
    void everyExtractIsInTheAccessLogWithItsKind() {
        // given
        UUID caseId = stored(Stories.reportedToIgj(), "de-linde-report-team", "report-team");

        // when
        as("de-linde-hr", "hr").accept("application/pdf").get(path(caseId, "personnel-file")).then().statusCode(200);
        as("de-linde-board", "board").accept("application/json").get(path(caseId, "igj-report")).then().statusCode(200);
        as("de-linde-board", "board").accept("application/json").get(path(caseId, "melding/" + Stories.MELDING)).then().statusCode(403);

        // then
        assertThat(log.of(ORGANISATION, caseId, 0, 10))
                .extracting(line -> line.entry().what() + " " + line.entry().ground() + " " + line.entry().actor().userName())
                .containsExactly("extract personnel-file HR de-linde-hr", "extract igj-report BOARD de-linde-board");
    }

    @Test
    void theProfessionalWhoOpenedItGetsMeldingAndClientFileAndAColleagueDoesNot() {
        // given
        UUID caseId = stored(Stories.meldcode(), "de-linde-professional", "professional");

        // when
        var melding = as("de-linde-professional", "professional").accept("application/json").get(path(caseId, "melding/" + Stories.MELDING));
        var client = as("de-linde-professional", "professional").accept("application/json").get(path(caseId, "client-file"));
        var unknown = as("de-linde-professional", "professional").accept("application/json").get(path(caseId, "melding/" + UUID.randomUUID()));
        var colleague = as("de-linde-professional-2", "professional").accept("application/json").get(path(caseId, "client-file"));
        var otherRoute = as("de-linde-attention-officer", "attention-officer").accept("application/json").get(path(caseId, "board-report"));

        // then
        melding.then().statusCode(200).body("sections[0].title", equalTo("Meldcode")).body(containsString("Pim Verpleegsma"));
        client.then().statusCode(200).body(not(containsString("Verpleegsma"))).body(not(containsString("Achtergehouden")));
        unknown.then().statusCode(404);
        colleague.then().statusCode(404);
        otherRoute.then().statusCode(404);
    }

    @Test
    void anIntegrationGetsTheClientFileOfThePersonItActsFor() {
        // given
        UUID caseId = stored(Stories.meldcode(), "de-linde-professional", "professional");

        // when
        var named = as("ecd-de-linde", "integration").header("On-Behalf-Of", "de-linde-professional").accept("application/json").get(path(caseId, "client-file"));
        var other = as("ecd-de-linde", "integration").header("On-Behalf-Of", "de-linde-professional-2").accept("application/json").get(path(caseId, "client-file"));
        var nobody = as("ecd-de-linde", "integration").accept("application/json").get(path(caseId, "client-file"));

        // then
        named.then().statusCode(200);
        other.then().statusCode(404);
        nobody.then().statusCode(400);
    }

    @Test
    void afterACorrectionAnExtractShowsWhatCountsNowAndThePastWhatWasThere() throws IOException {
        // given
        var id = professional().body(OPENING.formatted(UUID.randomUUID())).post("/v1/cases").then().statusCode(201).extract().<String>path("case.id");
        UUID caseId = UUID.fromString(id);
        professional().body(SIGNAL.formatted("Aarzelsma")).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        // when
        professional()
                .body("{\"corrects\":2,\"reason\":\"verkeerd gehoord\",\"replacement\":" + SIGNAL.formatted("Beterzicht") + "}")
                .post("/v1/cases/" + id + "/corrections")
                .then()
                .statusCode(201);

        // then
        professional().accept("application/json").get(path(caseId, "client-file"))
                .then().statusCode(200).body(containsString("Beterzicht")).body(not(containsString("Aarzelsma")));
        var pdf = professional().accept("application/pdf").get(path(caseId, "client-file")).asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Beterzicht").doesNotContain("Aarzelsma");
        }
        professional().get("/v1/cases/" + id + "/events/2").then().body("data.description", equalTo("Aarzelsma"));
        professional().queryParam("version", 2).get("/v1/cases/" + id).then().body("version", equalTo(2));
    }

    private static RequestSpecification professional() {
        return given().auth()
                .oauth2(SignedTokens.personOfUnit("de-linde-professional", ORGANISATION, "Team Oost", "professional"))
                .contentType("application/json");
    }

    private static RequestSpecification as(String user, String... roles) {
        return given().auth().oauth2(SignedTokens.person(user, ORGANISATION, roles));
    }

    private static String path(UUID caseId, String kind) {
        return "/v1/cases/" + caseId + "/extracts/" + kind;
    }

    private UUID stored(CaseStory story, String user, String role) {
        return stored(story, user, role, ACCUSED);
    }

    /** Stores a story as one command of one person; the accused is that user, or nobody that is known yet. */
    private UUID stored(CaseStory story, String user, String role, String accused) {
        UUID caseId = Uuid7.at(CaseStory.MADE_AT);
        String personRef = refs.person(ORGANISATION, user);
        List<NewEvent> events = new ArrayList<>();
        List<RecordedEvent> recorded = new ArrayList<>();
        for (CaseStory.Told told : story.told()) {
            CaseEvent data = linked(told.data(), caseId, accused);
            UUID eventId = Uuid7.at(told.recordedAt());
            events.add(new NewEvent(eventId, data, told.note(), told.deviation(), told.deviatedFrom(), told.recordedAt()));
            recorded.add(new RecordedEvent(
                    eventId, caseId, recorded.size() + 1L, told.recordedAt(), told.recordedAt(), personRef, null, told.deviatedFrom(),
                    EventJson.read(EventType.of(data), EventJson.facts(data)),
                    EventJson.sealedMembers(EventJson.sealed(data, told.note(), told.deviation()).values())));
        }
        AppendResult result = store.append(new AppendRequest(
                ORGANISATION, caseId, Expected.noCase(), events, Actor.person(user, personRef, List.of(role)),
                CaseReach.of(CaseHistory.of(recorded)), List.of(), Uuid7.at(CaseStory.MADE_AT), null, UUID.randomUUID(), null, null,
                CaseStory.MADE_AT));
        assertThat(result).isInstanceOf(AppendResult.Appended.class);
        return caseId;
    }

    /** The internal report with the hashes of its real user names. */
    private CaseEvent linked(CaseEvent data, UUID caseId, String accused) {
        if (!(data instanceof InternalReportMade report)) {
            return data;
        }
        Map<String, Object> hashes = new HashMap<>();
        hashes.put("accusedRef", accused == null ? null : refs.accused(ORGANISATION, caseId, accused));
        hashes.put("receivedByRef", refs.person(ORGANISATION, "de-linde-supervisor"));
        return EventShape.of(InternalReportMade.class).with(report, hashes);
    }
}
