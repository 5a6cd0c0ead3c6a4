package nl.meldspoor.reporting.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.Test;

/** What somebody is told to do now, from the tables themselves. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class DutiesIT {

    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate TODAY = AmsterdamDay.of(Instant.now());

    private final String organisation = "org-" + UUID.randomUUID();

    @Inject
    Duties duties;

    private Reach board(String user) {
        return Reach.ofCases(
                new Caller(user, Optional.of(organisation), Set.of(), Optional.empty(), Set.of(Role.BOARD), Optional.empty()), REFS);
    }

    @Test
    void whatIsOverTimeComesFirstAndWhatCanWaitIsNotAmongIt() {
        // given: a term that is over, and one that has just begun
        CaseStory over = CaseStory.careRelation(REFS, organisation, "anna").reported("berend", "carla", TODAY.minusDays(60));
        CaseStory fresh = CaseStory.careRelation(REFS, organisation, "anna").reported("berend", "carla", TODAY);
        try (Topic topic = new Topic()) {
            topic.publish(over.events());
            topic.publish(fresh.events());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> duties.all(board("dirk"), 200).first().stream().map(Duty::caseId).distinct().count() == 2);

        // when
        Duties.Found urgent = duties.urgent(board("dirk"), TODAY, 200);
        Duties.Found two = duties.urgent(board("dirk"), TODAY, 2);

        // then
        List<String> ofOver = urgent.first().stream()
                .filter(d -> d.caseId().equals(over.caseId()))
                .map(d -> d.obligation().id())
                .toList();
        assertThat(ofOver).contains("OB-INVESTIGATE", "OB-STOP", "OB-CRIME-CHECK");
        assertThat(urgent.first().stream()
                        .filter(d -> d.caseId().equals(fresh.caseId()))
                        .map(d -> d.obligation().id()))
                .contains("OB-STOP")
                .doesNotContain("OB-INVESTIGATE");
        assertThat(urgent.first()).extracting(Duty::dueOn).isSorted();
        assertThat(two.first()).hasSize(2);
        assertThat(two.more()).isEqualTo(urgent.altogether() - 2);
    }

    @Test
    void theAccusedIsToldNothing() {
        // given
        CaseStory story = CaseStory.careRelation(REFS, organisation, "anna").reported("berend", "carla", TODAY.minusDays(3));
        try (Topic topic = new Topic()) {
            topic.publish(story.events());
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> duties.all(board("dirk"), 10).altogether() > 0);

        // then
        assertThat(duties.all(board("carla"), 10).altogether()).isZero();
        assertThat(duties.urgent(board("carla"), TODAY, 10).first()).isEmpty();
    }
}
