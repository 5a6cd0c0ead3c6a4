package nl.meldspoor.notifications.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.deadlines.PublishedDeadline;
import nl.meldspoor.events.deadlines.Rung;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.notifications.HeldCommit;
import nl.meldspoor.notifications.RealParts;
import nl.meldspoor.notifications.Rows;
import nl.meldspoor.notifications.Topic;
import nl.meldspoor.notifications.inbox.InboxClient;
import nl.meldspoor.terms.DutchCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A term that runs out goes in at its topic; a warning comes out in the inbox of who can still do something. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class DeadlinesIT {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final String organisation = "org-" + UUID.randomUUID();
    private final Topic topic = new Topic();

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void aMissedTermReachesTheReportTeamAndTheBoardAndNobodyElse() {
        // given
        CaseOnTopic given = reported("suspect");
        topic.send(given.events());
        await().atMost(AT_MOST).until(() -> Rows.holdAllOf(given));

        // when
        topic.send(given.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MISSED));

        // then
        await().atMost(AT_MOST).until(() -> !warnings("director", "board").isEmpty());
        assertThat(warnings("director", "board").getFirst())
                .containsEntry("kind", "DEADLINE_MISSED")
                .containsEntry("caseId", given.id().toString())
                .containsEntry("title", Map.of(
                        "nl", "Een termijn is verstreken (11 maart 2026): Stel vast wat er is gebeurd en spreek een oordeel uit.",
                        "en", "A term has passed (11 March 2026): Establish what happened and give a judgement."));
        assertThat(warnings("member", "report-team")).hasSize(1);
        assertThat(warnings("suspect", "board")).as("the accused, whatever else he is").isEmpty();
        for (String role : List.of("professional", "supervisor", "attention-officer", "hr", "auditor", "police-contact")) {
            assertThat(warnings("nurse", role)).as(role).isEmpty();
        }
        assertThat(new InboxClient(SignedTokens.person("director", "another-organisation", "board")).items()).isEmpty();
    }

    @Test
    void aWarningWaitsForItsCaseAndIsGivenOnce() {
        // given a warning that arrives before the case it is about
        CaseOnTopic given = reported("suspect");
        PublishedDeadline deadline = given.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.TWO_WORKING_DAYS);
        topic.send(deadline);
        CaseOnTopic other = reported("suspect");
        topic.send(other.events());
        topic.send(other.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.ONE_WEEK));
        await().atMost(AT_MOST).until(() -> warnings("member", "report-team").size() == 1);

        // when
        topic.send(given.events());
        topic.send(deadline);

        // then
        await().atMost(AT_MOST).until(() -> warnings("member", "report-team").size() == 2);
        topic.send(other.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MISSED));
        await().atMost(AT_MOST).until(() -> !warnings("director", "board").isEmpty());
        assertThat(warnings("member", "report-team")).hasSize(3);
    }

    @Test
    void aWarningThatArrivesWhileItsCaseIsBeingStoredIsGiven() {
        // given a case whose transaction has done everything but commit
        CaseOnTopic given = reported("suspect");
        try (HeldCommit commit = HeldCommit.of(given.id(), given.events().getLast().sequence())) {
            topic.send(given.events());
            await().atMost(AT_MOST).until(commit::isWaitedFor);

            // when
            topic.send(given.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MISSED));
            await().atMost(AT_MOST)
                    .until(() -> commit.holdsUpAnother() || !Rows.of("SELECT event_id FROM deadline_record WHERE case_id = '%s'"
                                    .formatted(given.id()))
                            .isEmpty());
        }

        // then
        await().atMost(AT_MOST).until(() -> !warnings("director", "board").isEmpty());
        assertThat(warnings("director", "board")).hasSize(1);
    }

    @Test
    void aRungOfALaterVersionIsToldAndWhatIsNoDeadlineHoldsUpNothing() {
        // given
        CaseOnTopic given = reported("suspect");
        topic.send(given.events());
        PublishedDeadline model = given.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.TWO_WORKING_DAYS);

        // when
        topic.sendDeadline(given.id().toString(), new HashMap<>(), "no deadline".getBytes());
        byte[] later = new String(model.value()).replace("TWO_WORKING_DAYS", "NEXT_YEARS_RUNG").getBytes();
        topic.sendDeadline(given.id().toString(), model.headers(), later);

        // then
        await().atMost(AT_MOST).until(() -> warnings("member", "report-team").size() == 1);
    }

    @Test
    void whatIsMetOrClaimedForAnotherOrganisationWarnsNobody() {
        // given
        CaseOnTopic given = reported("suspect");
        topic.send(given.events());
        PublishedDeadline ofAnother = new CaseOnTopic("another-organisation").deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MISSED);

        // when a deadline claims the case for another organisation
        topic.sendDeadline(
                given.id().toString(),
                ofAnother.headers(),
                new String(ofAnother.value()).replace(ofAnother.caseId().toString(), given.id().toString()).getBytes());
        topic.send(given.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MET));
        topic.send(given.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.HALF_TERM));

        // then
        await().atMost(AT_MOST).until(() -> warnings("member", "report-team").size() == 1);
        assertThat(warnings("member", "report-team").getFirst()).containsEntry("kind", "DEADLINE_APPROACHED");
        assertThat(new InboxClient(SignedTokens.person("x", "another-organisation", "report-team")).items()).isEmpty();
    }

    @Test
    void theBoardHearsOnceThatTheCalendarDoesNotReachTheEndOfATerm() {
        // given
        LocalDate end = DutchCalendar.current().horizon().plusDays(1);
        TermFact term = new TermFact("IGJ-DETERMINE", end.minusDays(42), end, end, end, DutchCalendar.current().version());

        // when it starts, and starts anew
        topic.send(new CaseOnTopic(organisation)
                .openedCareRelation("nurse")
                .internalReport("nurse", AccusedKind.STAFF, "suspect", term)
                .internalReport("nurse", AccusedKind.STAFF, "suspect", term)
                .igjReport("member")
                .events());

        // then
        await().atMost(AT_MOST).until(() -> told("director", "board").contains("IGJ_REPORT_FILED"));
        assertThat(told("director", "board")).containsOnlyOnce("CALENDAR_HORIZON_PASSED");
        assertThat(told("colleague", "report-team")).contains("IGJ_REPORT_FILED").doesNotContain("CALENDAR_HORIZON_PASSED");
        assertThat(told("suspect", "board")).as("the accused, whatever else he is").isEmpty();
        assertThat(told("nurse", "supervisor")).doesNotContain("CALENDAR_HORIZON_PASSED");
    }

    private List<String> told(String userName, String role) {
        return InboxClient.of(userName, organisation, role).items("?limit=200").stream()
                .map(item -> (String) item.get("kind"))
                .toList();
    }

    private CaseOnTopic reported(String accused) {
        return new CaseOnTopic(organisation).openedCareRelation("nurse").internalReport("nurse", AccusedKind.STAFF, accused);
    }

    private List<Map<String, Object>> warnings(String userName, String role) {
        return InboxClient.of(userName, organisation, role).items("?limit=200").stream()
                .filter(item -> ((String) item.get("kind")).startsWith("DEADLINE_"))
                .toList();
    }
}
