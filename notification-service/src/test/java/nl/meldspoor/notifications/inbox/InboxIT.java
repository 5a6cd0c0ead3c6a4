package nl.meldspoor.notifications.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.http.OpenApiRules;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.notifications.HeldCommit;
import nl.meldspoor.notifications.RealParts;
import nl.meldspoor.notifications.Rows;
import nl.meldspoor.notifications.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events go in at the topic, notifications come out over REST. Each test has an organisation and regions of its own. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class InboxIT {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final String organisation = "org-" + UUID.randomUUID();
    private final String region = "region-" + UUID.randomUUID();
    private final Topic topic = new Topic();

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void whoIsToldInTwoCapacitiesSeesOnceWhatSaysMost() {
        // given: as board he is told of one of the duties, as report team of all
        CaseOnTopic judged = new CaseOnTopic(organisation)
                .openedCareRelation("nurse")
                .internalReport("nurse", AccusedKind.STAFF, "suspect")
                .judgedViolent("member");
        topic.send(judged.events());
        await().atMost(AT_MOST).until(() -> Rows.holdAllOf(judged));
        String ofBoard = title(InboxClient.of("director", organisation, "board").duties().getFirst());
        String ofReportTeam = title(InboxClient.of("member", organisation, "report-team").duties().getFirst());
        assertThat(ofReportTeam).isNotEqualTo(ofBoard).contains("Vertel de cliënt");

        // when
        InboxClient both = new InboxClient(SignedTokens.personOfUnit("director", organisation, CaseOnTopic.UNIT, "board", "report-team"));

        // then
        assertThat(both.duties()).extracting(InboxIT::title).contains(ofReportTeam).doesNotContain(ofBoard);
        assertThat(both.get("/v1/notifications/count").jsonPath().getInt("urgent"))
                .isEqualTo(InboxClient.of("member", organisation, "report-team").get("/v1/notifications/count").jsonPath().getInt("urgent"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the one that says more                | ["A","B"] | ["A"]     | one
            the first of two that say the same    | ["A","B"] | ["B","A"] | one
            both when each says something more    | ["A","B"] | ["B","C"] | both
            both when they have nothing in common | ["A"]     | ["B"]     | both
            """)
    void ofTwoThatTellOneEventIsShown(String which, String ofBoard, String ofReportTeam, String shown) {
        String inPlaceOf = "is_shown_instead(jsonb_populate_record(null::notification, '{\"addressee\": \"%s\", \"obligations\": %s}'),"
                + " jsonb_populate_record(null::notification, '{\"addressee\": \"%s\", \"obligations\": %s}'))";
        assertThat(Rows.of("SELECT CASE (%s)::int + (%s)::int WHEN 0 THEN 'both' WHEN 1 THEN 'one' ELSE 'none' END".formatted(
                        inPlaceOf.formatted("board", ofBoard, "report-team", ofReportTeam),
                        inPlaceOf.formatted("report-team", ofReportTeam, "board", ofBoard))))
                .containsExactly(shown);
    }

    @Test
    void aMeldingReachesTheLiaisonOfItsRegionItsSupervisorAndAttentionOfficerAndNobodyElse() {
        // given
        CaseOnTopic melding = meldcode().melding("nurse", region, MeldingChannel.MELDSPOOR);

        // when
        topic.send(melding.events());

        // then
        List<Map<String, Object>> ofLiaison = InboxClient.liaison(region).await(1);
        assertThat(ofLiaison).hasSize(1);
        assertThat(ofLiaison.getFirst())
                .containsOnlyKeys("id", "kind", "caseId", "organisation", "title", "createdAt", "readAt", "links")
                .containsEntry("kind", "MELDING_MADE")
                .containsEntry("caseId", melding.id().toString())
                .containsEntry("organisation", organisation)
                .containsEntry("readAt", null)
                .containsEntry("links", Map.of("case", "/v1/meldingen/" + melding.meldingId()));
        String made = "MELDING_MADE " + melding.id();
        assertThat(person("boss", "supervisor").told()).containsExactly(made);
        assertThat(person("officer", "attention-officer").told()).containsExactly(made);
        assertThat(person("officer", "attention-officer").items().getFirst())
                .containsEntry("links", Map.of("case", "/v1/cases/" + melding.id()));

        assertThat(InboxClient.liaison("region-elsewhere").told()).isEmpty();
        for (String role : List.of("professional", "staff", "report-team", "board", "hr", "investigator", "police-contact",
                "auditor", "client-council", "works-council", "vt-liaison-to-be")) {
            assertThat(person("somebody", role).told()).as(role).isEmpty();
        }
        assertThat(person("nurse", "professional").told()).as("who made it").isEmpty();
        assertThat(InboxClient.of("boss", "another-organisation", "supervisor").told()).isEmpty();
        assertThat(InboxClient.of("officer", "another-organisation", "attention-officer").told()).isEmpty();
        String otherUnit = SignedTokens.personOfUnit("boss-2", organisation, "Team West", "supervisor");
        assertThat(new InboxClient(otherUnit).told()).isEmpty();
        assertThat(new InboxClient(SignedTokens.person("boss-3", organisation, "supervisor")).told()).isEmpty();
        String pretender = SignedTokens.sign(SignedTokens.claims("nurse-2", "professional")
                .put("organisation", organisation)
                .put("region", region));
        assertThat(new InboxClient(pretender).told()).as("a region without the role of liaison").isEmpty();
    }

    @Test
    void whoReadsWaitsForNothingThatIsBeingStored() throws Exception {
        // given: a duty he was told of, and more of the case that is not committed yet
        CaseOnTopic given = meldcode();
        topic.send(given.events());
        InboxClient nurse = person("nurse", "professional");
        await().atMost(AT_MOST).until(() -> nurse.duties().size() == 1);
        given.signal("nurse");
        try (HeldCommit commit = HeldCommit.of(given.id(), 2)) {
            topic.send(given.event(2));
            await().atMost(AT_MOST).until(commit::isWaitedFor);

            // when
            CompletableFuture<Integer> read = CompletableFuture.supplyAsync(
                    () -> nurse.markRead((String) nurse.duties().getFirst().get("id")).statusCode());

            // then
            await().atMost(AT_MOST).until(() -> read.isDone() || commit.holdsUpAnother());
            assertThat(commit.holdsUpAnother()).isFalse();
            assertThat(read.get()).isEqualTo(204);
        }
    }

    @Test
    void whatVeiligThuisAnswersReachesWhoMadeTheMeldingAndNoNamesake() {
        // given
        CaseOnTopic melding = meldcode().melding("nurse", region, MeldingChannel.MELDSPOOR);

        // when
        topic.send(melding.acknowledged("liaison").feedback("liaison").events());

        // then
        person("nurse", "professional").await(2);
        assertThat(person("nurse", "professional").told())
                .containsExactly("FEEDBACK_RECEIVED " + melding.id(), "MELDING_ACKNOWLEDGED " + melding.id());
        assertThat(person("nurse-2", "professional").told()).isEmpty();
        assertThat(InboxClient.of("nurse", "another-organisation", "professional").told()).isEmpty();
        assertThat(InboxClient.liaison(region).told()).containsExactly("MELDING_MADE " + melding.id());
    }

    @Test
    void whoDidItHimselfIsNotToldAsTheHolderOfARole() {
        // given
        CaseOnTopic melding = meldcode().melding("boss", region, MeldingChannel.MELDSPOOR);

        // when
        topic.send(melding.events());

        // then
        person("boss-2", "supervisor").await(1);
        assertThat(person("boss", "supervisor").told()).isEmpty();
    }

    @Test
    void whoIsReachedInTwoCapacitiesIsToldOnceAndReadsOnce() {
        // given
        topic.send(meldcode().melding("nurse", region, MeldingChannel.MELDSPOOR).events());
        InboxClient both = new InboxClient(SignedTokens.personOfUnit(
                "boss", organisation, CaseOnTopic.UNIT, "supervisor", "attention-officer"));

        // when
        List<Map<String, Object>> told = both.await(1);
        both.markRead((String) told.getFirst().get("id")).then().statusCode(204);

        // then
        assertThat(told).hasSize(1);
        assertThat(both.items("?unread=true")).isEmpty();
        assertThat(person("boss", "supervisor").items("?unread=true")).isEmpty();
        assertThat(person("boss", "attention-officer").items("?unread=true")).isEmpty();
    }

    @Test
    void readingIsRememberedPerPerson() {
        // given
        topic.send(meldcode().melding("nurse", region, MeldingChannel.MELDSPOOR).events());
        InboxClient boss = person("boss", "supervisor");
        String id = (String) boss.await(1).getFirst().get("id");

        // when
        boss.markRead(id).then().statusCode(204);
        Object readAt = boss.items().getFirst().get("readAt");
        boss.markRead(id).then().statusCode(204);

        // then
        assertThat(readAt).isInstanceOf(String.class);
        assertThat(boss.items("?unread=false").getFirst()).containsEntry("readAt", readAt);
        assertThat(boss.items("?unread=true")).isEmpty();
        assertThat(person("boss-2", "supervisor").items("?unread=true")).hasSize(1);
    }

    @Test
    void nobodyMarksWhatIsNotHis() {
        // given
        topic.send(meldcode().melding("nurse", region, MeldingChannel.MELDSPOOR).events());
        InboxClient boss = person("boss", "supervisor");
        String id = (String) boss.await(1).getFirst().get("id");

        // when, then
        person("nurse", "professional").markRead(id).then().statusCode(404).contentType("application/problem+json");
        InboxClient.of("boss", "another-organisation", "supervisor").markRead(id).then().statusCode(404);
        InboxClient.liaison(region).markRead(id).then().statusCode(404);
        boss.markRead(UUID.randomUUID().toString()).then().statusCode(404);
        boss.markRead("not-an-id").then().statusCode(404);
        assertThat(boss.items("?unread=true")).hasSize(1);
    }

    @Test
    void pagesAreNewestFirstAndMeetWithoutOverlap() {
        // given
        CaseOnTopic given = meldcode();
        for (int i = 0; i < 7; i++) {
            given.melding("nurse", region, MeldingChannel.MELDSPOOR);
        }
        topic.send(given.events());
        InboxClient liaison = InboxClient.liaison(region);
        liaison.await(7);

        // when
        List<Integer> sizes = new ArrayList<>();
        List<String> links = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = liaison.get("/v1/notifications?limit=3" + cursor).then().statusCode(200).extract().jsonPath();
            sizes.add(page.getList("items").size());
            links.addAll(page.getList("items.links.case", String.class));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);

        // then
        List<String> meldingen = given.events().reversed().stream()
                .filter(e -> e.facts().has("meldingId"))
                .map(e -> "/v1/meldingen/" + e.facts().get("meldingId").asText())
                .toList();
        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(links).isEqualTo(meldingen);
    }

    @Test
    void whoBecomesTheAccusedLosesTheCaseFromHisInbox() {
        // given
        CaseOnTopic given = new CaseOnTopic(organisation)
                .openedCareRelation("nurse")
                .internalReport("nurse", AccusedKind.UNKNOWN, null);
        topic.send(given.events());
        InboxClient suspect = person("suspect", "report-team");
        String id = (String) suspect.await(1).getFirst().get("id");
        assertThat(suspect.told()).containsExactly("INTERNAL_REPORT_MADE " + given.id());

        // when
        given.internalReport("nurse", AccusedKind.STAFF, "suspect").igjReport("colleague");
        topic.send(given.event(3), given.event(4));

        // then
        assertThat(person("member", "report-team").await(3)).hasSize(3);
        assertThat(suspect.told()).isEmpty();
        suspect.markRead(id).then().statusCode(404);
        assertThat(InboxClient.of("suspect", organisation, "board").told()).as("in any other role").isEmpty();
        assertThat(person("director", "board").told()).containsExactly("IGJ_REPORT_FILED " + given.id());
    }

    @Test
    void whoIsExcludedFindsNothingOfTheCase() {
        // given
        CaseOnTopic given = new CaseOnTopic(organisation)
                .openedMeldcode("nurse", "boss")
                .melding("nurse", region, MeldingChannel.MELDSPOOR);

        // when
        topic.send(given.events());

        // then
        String id = (String) person("boss-2", "supervisor").await(1).getFirst().get("id");
        assertThat(person("boss", "supervisor").told()).isEmpty();
        person("boss", "supervisor").markRead(id).then().statusCode(404);
    }

    @Test
    void whileTheAccusedIsUnlinkedTheDoorIsShutForOthersWhateverWasRoutedToThem() throws SQLException {
        // given
        CaseOnTopic given = new CaseOnTopic(organisation)
                .openedCareRelation("nurse")
                .internalReport("nurse", AccusedKind.VOLUNTEER, null);
        topic.send(given.events());
        person("member", "report-team").await(1);
        plant(given, "role/" + organisation + "/supervisor/Team+Oost");
        plant(given, "role/" + organisation + "/board");

        // when, then
        assertThat(person("director", "board").told()).containsExactly("INTERNAL_REPORT_MADE " + given.id());
        assertThat(person("boss", "supervisor").told()).isEmpty();

        // when he is ruled out
        topic.send(given.noAccused("member").event(3));

        // then
        assertThat(person("boss", "supervisor").await(1)).hasSize(1);
    }

    @Test
    void aDutyReachesWhoHandlesTheCaseAlsoWhenHeRaisedItHimself() {
        // given
        CaseOnTopic given = meldcode().signal("nurse");

        // when
        topic.send(given.events());

        // then
        List<Map<String, Object>> duties = await()
                .atMost(AT_MOST)
                .until(() -> person("nurse", "professional").duties(), d -> d.size() == 2);
        assertThat(duties.getFirst())
                .containsEntry("caseId", given.id().toString())
                .containsEntry("title", Map.of(
                        "nl", "Nieuwe verplichting: Bespreek de signalen met een deskundige collega.",
                        "en", "New duty: Discuss the signals with an expert colleague."));
        for (String role : List.of("professional", "supervisor", "attention-officer", "report-team", "board", "auditor")) {
            assertThat(person("somebody", role).items()).as(role).isEmpty();
        }
    }

    /** What a mistake in the routing would leave. */
    private void plant(CaseOnTopic given, String addressee) throws SQLException {
        try (Connection connection =
                        EmbeddedParts.shared().postgres().connectAsSuperuser(Database.NOTIFICATIONS.databaseName());
                PreparedStatement insert = connection.prepareStatement(
                        """
                        INSERT INTO notification (id, event_id, case_id, organisation, kind, addressee, caused_by_ref, created_at)
                        VALUES (gen_random_uuid(), ?, ?, ?, 'INTERNAL_REPORT_MADE', ?, 'x', now())
                        """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, given.id());
            insert.setString(3, organisation);
            insert.setString(4, addressee);
            insert.executeUpdate();
        }
    }

    @Test
    void anIntegrationFindsWhatIsAddressedToThePersonItNames() {
        // given
        topic.send(meldcode().melding("nurse", region, MeldingChannel.MELDSPOOR).acknowledged("liaison").events());
        person("nurse", "professional").await(1);
        String token = SignedTokens.person("service-account-ecd", organisation, "integration");

        // when, then
        given().auth().oauth2(token).header("On-Behalf-Of", "nurse").get("/v1/notifications")
                .then().statusCode(200).body("items.kind", hasItem("MELDING_ACKNOWLEDGED"));
        given().auth().oauth2(token).header("On-Behalf-Of", "boss").get("/v1/notifications")
                .then().statusCode(200).body("items.size()", equalTo(0));
        given().auth().oauth2(token).get("/v1/notifications").then().statusCode(400);
        given().auth().oauth2(SignedTokens.person("boss", organisation, "supervisor")).header("On-Behalf-Of", "nurse")
                .get("/v1/notifications").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=garbage", "cursor=WyJ4IiwxXQ", "unread=maybe"})
    void aWrongQueryIsRefused(String query) {
        person("boss", "supervisor").get("/v1/notifications?" + query)
                .then().statusCode(400).contentType("application/problem+json").body("$", hasKey("errors"));
    }

    @Test
    void withoutAGoodTokenThereIsNoInbox() {
        given().get("/v1/notifications").then().statusCode(401).contentType("application/problem+json");
        String strange = SignedTokens.signAsStranger(SignedTokens.claims("boss", "supervisor").put("organisation", organisation));
        given().auth().oauth2(strange).get("/v1/notifications").then().statusCode(401);
        given().put("/v1/notifications/" + UUID.randomUUID() + "/read").then().statusCode(401);
    }

    @Test
    void theDescriptionIsOpenToAllAndKeepsTheDesignRules() throws com.fasterxml.jackson.core.JsonProcessingException {
        given().get("/v1/openapi.json").then().statusCode(200).body("openapi", equalTo("3.0.4"))
                .body("paths.size()", greaterThan(2));
        String description = given().get("/v1/openapi.json").asString();
        assertThat(OpenApiRules.violations(new com.fasterxml.jackson.databind.ObjectMapper().readTree(description))).isEmpty();
    }

    private CaseOnTopic meldcode() {
        return new CaseOnTopic(organisation).openedMeldcode("nurse");
    }

    private InboxClient person(String userName, String role) {
        return InboxClient.of(userName, organisation, role);
    }

    private static String title(Map<String, Object> item) {
        return ((Map<?, ?>) item.get("title")).get("nl").toString();
    }
}
