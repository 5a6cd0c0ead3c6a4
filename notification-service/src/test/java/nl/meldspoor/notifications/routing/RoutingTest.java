package nl.meldspoor.notifications.routing;

import static nl.meldspoor.notifications.routing.NotificationKind.FEEDBACK_RECEIVED;
import static nl.meldspoor.notifications.routing.NotificationKind.IGJ_REPORT_FILED;
import static nl.meldspoor.notifications.routing.NotificationKind.INTERNAL_REPORT_MADE;
import static nl.meldspoor.notifications.routing.NotificationKind.MELDING_ACKNOWLEDGED;
import static nl.meldspoor.notifications.routing.NotificationKind.MELDING_MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.notifications.CaseOnTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last event of each case, and who is told of it. */
class RoutingTest {

    private static final String SUPERVISORS = "role/de-linde/supervisor/Team+Oost";
    private static final String OFFICERS = "role/de-linde/attention-officer";
    private static final String REPORT_TEAM = "role/de-linde/report-team";
    private static final String BOARD = "role/de-linde/board";

    static Stream<Arguments> whoIsTold() {
        return Stream.of(
                arguments("a melding through Meldspoor goes to the liaison, supervisors of the unit and attention officers",
                        meldcode().melding("nurse", "noord", MeldingChannel.MELDSPOOR),
                        Set.of(told(MELDING_MADE, "region/noord"), told(MELDING_MADE, SUPERVISORS), told(MELDING_MADE, OFFICERS))),
                arguments("the region of the melding counts, not that of the case",
                        meldcode().melding("nurse", "zuid", MeldingChannel.MELDSPOOR),
                        Set.of(told(MELDING_MADE, "region/zuid"), told(MELDING_MADE, SUPERVISORS), told(MELDING_MADE, OFFICERS))),
                arguments("a melding by telephone reaches no liaison here",
                        meldcode().melding("nurse", "noord", MeldingChannel.PHONE),
                        Set.of(told(MELDING_MADE, SUPERVISORS), told(MELDING_MADE, OFFICERS))),
                arguments("an acknowledgement goes to who made the melding and to who handles the case",
                        meldcode().melding("officer", "noord", MeldingChannel.MELDSPOOR).acknowledged("liaison"),
                        Set.of(told(MELDING_ACKNOWLEDGED, person("officer")), told(MELDING_ACKNOWLEDGED, person("nurse")))),
                arguments("who made the melding and handles the case is told once",
                        meldcode().melding("nurse", "noord", MeldingChannel.MELDSPOOR).feedback("liaison"),
                        Set.of(told(FEEDBACK_RECEIVED, person("nurse")))),
                arguments("who records the feedback himself is not told of it",
                        meldcode().melding("officer", "noord", MeldingChannel.PHONE).feedback("officer"),
                        Set.of(told(FEEDBACK_RECEIVED, person("nurse")))),
                arguments("an excluded person is not told, even of his own melding",
                        new CaseOnTopic("de-linde").openedMeldcode("nurse", "officer")
                                .melding("officer", "noord", MeldingChannel.MELDSPOOR).acknowledged("liaison"),
                        Set.of(told(MELDING_ACKNOWLEDGED, person("nurse")))),
                arguments("an internal report goes to the report team",
                        careRelation().internalReport("nurse", AccusedKind.STAFF, "colleague"),
                        Set.of(told(INTERNAL_REPORT_MADE, REPORT_TEAM))),
                arguments("an internal report with an accused nobody has linked yet goes to the report team",
                        careRelation().internalReport("nurse", AccusedKind.UNKNOWN, null),
                        Set.of(told(INTERNAL_REPORT_MADE, REPORT_TEAM))),
                arguments("a report to the inspectorate goes to report team and board",
                        careRelation().internalReport("nurse", AccusedKind.STAFF, "colleague").igjReport("report-team"),
                        Set.of(told(IGJ_REPORT_FILED, REPORT_TEAM), told(IGJ_REPORT_FILED, BOARD))),
                arguments("opening a case and a signal are nobody's news", meldcode().signal("nurse"), Set.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whoIsTold")
    void tells(String sentence, CaseOnTopic given, Set<String> then) {
        // given
        List<RecordedEvent> events = given.events().stream().map(PublishedEvent::recorded).toList();

        // when
        List<Notification> told = Routing.of(events.getLast(), RouteFacts.of("de-linde", CaseHistory.of(events)), List.of());

        // then
        assertThat(told.stream().map(n -> told(n.kind(), n.recipient().key())).collect(Collectors.toList()))
                .containsExactlyInAnyOrderElementsOf(then);
    }

    @Test
    void whileTheAccusedIsUnlinkedOnlyReportTeamAndBoardAreTold() {
        // given
        CaseOnTopic given = careRelation().internalReport("nurse", AccusedKind.STAFF, null).igjReport("report-team");
        RouteFacts unlinked = facts(given);
        CaseOnTopic melding = meldcode().melding("nurse", "noord", MeldingChannel.MELDSPOOR);

        // when
        List<Notification> ofReport = Routing.of(given.event(3).recorded(), unlinked, List.of());
        List<Notification> ofMelding = Routing.of(melding.event(2).recorded(), unlinked, List.of());

        // then
        assertThat(ofReport).extracting(n -> n.recipient().key()).containsExactlyInAnyOrder(REPORT_TEAM, BOARD);
        assertThat(ofMelding).isEmpty();
    }

    @Test
    void theAccusedIsUnlinkedUntilLinkedOrRuledOut() {
        // given
        CaseOnTopic unlinked = careRelation().internalReport("nurse", AccusedKind.VOLUNTEER, null);
        CaseOnTopic fellowClient = careRelation().internalReport("nurse", AccusedKind.CLIENT, null);
        CaseOnTopic linked = careRelation().internalReport("nurse", AccusedKind.STAFF, "colleague");

        // then
        assertThat(facts(unlinked).accusedUnlinked()).isTrue();
        assertThat(facts(fellowClient).accusedUnlinked()).isFalse();
        assertThat(facts(linked).accusedUnlinked()).isFalse();
        assertThat(facts(unlinked.noAccused("report-team")).accusedUnlinked()).isFalse();
    }

    @Test
    void theSameEventGivesTheSameIdsAndEachRecipientItsOwn() {
        // given
        CaseOnTopic melding = meldcode().melding("nurse", "noord", MeldingChannel.MELDSPOOR);
        RouteFacts facts = facts(melding);

        // when
        List<Notification> once = Routing.of(melding.event(2).recorded(), facts, List.of());
        List<Notification> again = Routing.of(melding.event(2).recorded(), facts, List.of());

        // then
        assertThat(again).isEqualTo(once);
        assertThat(once).extracting(Notification::id).doesNotHaveDuplicates().allMatch(id -> id.version() == 5 && id.variant() == 2);
    }

    @Test
    void noPartOfAKeyCanPassForAnother() {
        // given a unit that is named like a path
        Recipient oddUnit = new Recipient.RoleHoldersOfUnit("de-linde", "supervisor", "a/b");
        Recipient oddOrganisation = new Recipient.RoleHoldersOfUnit("de-linde/supervisor", "a", "b");

        // then
        assertThat(oddUnit.key()).isEqualTo("role/de-linde/supervisor/a%2Fb");
        assertThat(oddOrganisation.key()).isEqualTo("role/de-linde%2Fsupervisor/a/b");
    }

    private static CaseOnTopic meldcode() {
        return new CaseOnTopic("de-linde").openedMeldcode("nurse");
    }

    private static CaseOnTopic careRelation() {
        return new CaseOnTopic("de-linde").openedCareRelation("nurse");
    }

    private static RouteFacts facts(CaseOnTopic given) {
        return RouteFacts.of(
                "de-linde",
                CaseHistory.of(given.events().stream().map(PublishedEvent::recorded).toList()));
    }

    private static String person(String userName) {
        return "person/de-linde/" + CaseOnTopic.REFS.person("de-linde", userName);
    }

    private static String told(NotificationKind kind, String key) {
        return kind + " → " + key;
    }
}
