package nl.meldspoor.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.inspections.PublishedInspection;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.notifications.HeldCommit;
import nl.meldspoor.notifications.RealParts;
import nl.meldspoor.notifications.Rows;
import nl.meldspoor.notifications.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That an auditor opened a case goes in at its topic; it comes out in the inbox of the board, and nowhere else. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class InspectionsIT {

    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final String AUDITOR = "accountant";

    private final String organisation = "org-" + UUID.randomUUID();
    private final Topic topic = new Topic();

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void theBoardOpensTheCaseOfItsOwnPeopleFromThere() {
        // given
        CaseOnTopic given = careRelation("suspect");
        topic.send(given.events());

        // when
        topic.send(given.inspected(AUDITOR));

        // then
        assertThat(awaited("director"))
                .containsEntry("kind", "CASE_INSPECTED")
                .containsEntry("organisation", organisation)
                .containsEntry("caseId", given.id().toString())
                .containsEntry("links", Map.of("case", "/v1/cases/" + given.id()))
                .containsEntry("title", Map.of(
                        "nl", "Een auditor heeft de inhoud van een casus geopend", "en", "An auditor opened the content of a case"));
    }

    @Test
    void ofTheMeldcodeTheBoardHearsThatItHappenedAndNotInWhichCase() {
        // given
        CaseOnTopic given = new CaseOnTopic(organisation).openedMeldcode("nurse");
        topic.send(given.events());
        try (EventStream stream = new EventStream(token("director", "board"), null)) {
            await().atMost(AT_MOST).until(stream::started);

            // when
            topic.send(given.inspected(AUDITOR));

            // then
            assertThat(awaited("director")).containsEntry("caseId", null).containsEntry("links", Collections.singletonMap("case", null));
            assertThat(client("director", "board").get("/v1/notifications").asString()).doesNotContain(given.id().toString());
            await().atMost(AT_MOST).until(() -> !stream.notifications().isEmpty());
            assertThat(stream.notifications()).hasSize(1).first().satisfies(heard -> assertThat(heard.data())
                    .contains("CASE_INSPECTED")
                    .doesNotContain(given.id().toString()));
        }
        String id = (String) awaited("director").get("id");
        client("director", "board").markRead(id).then().statusCode(204);
        assertThat(client("director", "board").items("?unread=true")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = {"BOARD", "INTEGRATION", "VT_LIAISON"})
    void nobodyElseIsTold(Role role) {
        // given somebody who opened both cases, whatever his role is
        CaseOnTopic meldcode = new CaseOnTopic(organisation).openedMeldcode("nurse");
        CaseOnTopic careRelation = careRelation("suspect");
        topic.send(meldcode.events());
        topic.send(careRelation.events());

        // when
        topic.send(meldcode.inspected(AUDITOR), careRelation.inspected(AUDITOR));

        // then
        await().atMost(AT_MOST).until(() -> inspections("director", "board").size() == 2);
        assertThat(inspections("nurse", role.code())).isEmpty();
        assertThat(inspections(AUDITOR, role.code())).isEmpty();
    }

    @Test
    void neitherIsTheAccusedNorWhoIsExcludedNorTheAuditorNorAnotherOrganisationAlthoughOfTheBoard() {
        // given
        CaseOnTopic given = new CaseOnTopic(organisation)
                .openedCareRelation("nurse", "excluded")
                .internalReport("nurse", AccusedKind.STAFF, "suspect");
        CaseOnTopic meldcode = new CaseOnTopic(organisation).openedMeldcode("nurse", "excluded");
        topic.send(given.events());
        topic.send(meldcode.events());
        await().atMost(AT_MOST).until(() -> Rows.holdAllOf(given) && Rows.holdAllOf(meldcode));

        // when
        topic.send(given.inspected(AUDITOR), meldcode.inspected(AUDITOR));

        // then
        await().atMost(AT_MOST).until(() -> inspections("director", "board").size() == 2);
        assertThat(inspections("suspect", "board")).as("the accused hears of the other case only").hasSize(1);
        assertThat(inspections("suspect", "board").getFirst()).containsEntry("caseId", null);
        assertThat(client("suspect", "board").get("/v1/notifications/count").jsonPath().getInt("unread"))
                .isLessThan(client("director", "board").get("/v1/notifications/count").jsonPath().getInt("unread"));
        assertThat(inspections("excluded", "board")).isEmpty();
        assertThat(inspections(AUDITOR, "board", "auditor")).isEmpty();
        assertThat(new InboxClient(SignedTokens.person("director", "another-organisation", "board")).items()).isEmpty();
        assertThat(InboxClient.liaison("noord").items("?limit=200")).noneMatch(item -> "CASE_INSPECTED".equals(item.get("kind")));
    }

    @Test
    void anInspectionWaitsForItsCaseAndIsToldOnce() {
        // given one that arrives before the case it is of
        CaseOnTopic given = careRelation("suspect");
        PublishedInspection early = given.inspected(AUDITOR);
        topic.send(early);
        CaseOnTopic other = careRelation("suspect");
        topic.send(other.events());
        topic.send(other.inspected(AUDITOR));
        await().atMost(AT_MOST).until(() -> inspections("director", "board").size() == 1);

        // when
        topic.send(given.events());
        topic.send(early, early);

        // then
        await().atMost(AT_MOST).until(() -> inspections("director", "board").size() == 2);
        topic.send(other.inspected(AUDITOR));
        await().atMost(AT_MOST).until(() -> inspections("director", "board").size() == 3);
    }

    @Test
    void anInspectionThatArrivesWhileItsCaseIsBeingStoredIsTold() {
        // given a case whose transaction has done everything but commit
        CaseOnTopic given = careRelation("suspect");
        try (HeldCommit commit = HeldCommit.of(given.id(), given.events().size())) {
            topic.send(given.events());
            await().atMost(AT_MOST).until(commit::isWaitedFor);

            // when
            topic.send(given.inspected(AUDITOR));
            await().atMost(AT_MOST)
                    .until(() -> commit.holdsUpAnother()
                            || !Rows.of("SELECT event_id FROM inspection_record WHERE case_id = '%s'".formatted(given.id())).isEmpty());
        }

        // then
        assertThat(awaited("director")).containsEntry("caseId", given.id().toString());
    }

    @Test
    void whatIsNoInspectionOrOfACaseOfAnotherOrganisationTellsNobodyAndHoldsUpNothing() {
        // given
        CaseOnTopic given = careRelation("suspect");
        topic.send(given.events());
        PublishedInspection claimed = given.inspected(AUDITOR);

        // when
        topic.sendInspection(given.id().toString(), new HashMap<>(), "no inspection".getBytes());
        topic.sendInspection(
                given.id().toString(), claimed.headers(), new String(claimed.value()).replace(organisation, "another-organisation").getBytes());
        topic.send(given.inspected(AUDITOR));

        // then
        await().atMost(AT_MOST).until(() -> inspections("director", "board").size() == 1);
        assertThat(new InboxClient(SignedTokens.person("director", "another-organisation", "board")).items()).isEmpty();
    }

    private Map<String, Object> awaited(String userName) {
        await().atMost(AT_MOST).until(() -> !inspections(userName, "board").isEmpty());
        return inspections(userName, "board").getFirst();
    }

    private List<Map<String, Object>> inspections(String userName, String... roles) {
        return client(userName, roles).items("?limit=200").stream()
                .filter(item -> "CASE_INSPECTED".equals(item.get("kind")))
                .toList();
    }

    private InboxClient client(String userName, String... roles) {
        return new InboxClient(token(userName, roles));
    }

    private String token(String userName, String... roles) {
        return SignedTokens.personOfUnit(userName, organisation, CaseOnTopic.UNIT, roles);
    }

    private CaseOnTopic careRelation(String accused) {
        return new CaseOnTopic(organisation).openedCareRelation("nurse").internalReport("nurse", AccusedKind.STAFF, accused);
    }
}
