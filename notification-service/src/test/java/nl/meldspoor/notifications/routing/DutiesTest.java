package nl.meldspoor.notifications.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;
import nl.meldspoor.notifications.CaseOnTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last event of each case, the duties that arise from it, and whom they are told. */
class DutiesTest {

    private static final String REPORT_TEAM = "role/de-linde/report-team";

    static Stream<Arguments> whoseDutyItIs() {
        return Stream.of(
                arguments("the child check is for whoever opens a case of the domestic circle",
                        meldcode(), Map.of(person("nurse"), Set.of("OB-CHILDCHECK"))),
                arguments("a signal asks its handler to consult, whoever recorded it",
                        meldcode().signal("officer"), Map.of(person("nurse"), Set.of("OB-CONSULT"))),
                arguments("a second signal raises nothing that stands already",
                        meldcode().signal("nurse").signal("nurse"), Map.of()),
                arguments("a melding asks for feedback",
                        meldcode().melding("nurse", "noord", MeldingChannel.PHONE), Map.of(person("nurse"), Set.of("OB-SEEK-FEEDBACK"))),
                arguments("an excluded handler is told nothing",
                        new CaseOnTopic("de-linde").openedMeldcode("nurse", "nurse"), Map.of()),
                arguments("a signal about a colleague asks who saw it for an internal report, and the report team sees to it",
                        careRelation().signal("nurse"),
                        Map.of(person("nurse"), Set.of("OB-INTERNAL-REPORT"), REPORT_TEAM, Set.of("OB-INTERNAL-REPORT"))),
                arguments("what an internal report asks is asked of the report team, never of who made it",
                        careRelation().internalReport("nurse", AccusedKind.STAFF, "colleague"),
                        Map.of(REPORT_TEAM, Set.of("OB-CRIME-CHECK", "OB-STOP", "OB-SUPPORT", "OB-HEAR-CLIENT", "OB-HEAR-ACCUSED",
                                "OB-INVESTIGATE"))),
                arguments("while the accused is not known only the report team is asked",
                        careRelation().signal("nurse").internalReport("nurse", AccusedKind.UNKNOWN, null),
                        Map.of(REPORT_TEAM, Set.of("OB-CRIME-CHECK", "OB-STOP", "OB-SUPPORT", "OB-HEAR-CLIENT", "OB-HEAR-ACCUSED",
                                "OB-INVESTIGATE"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whoseDutyItIs")
    void tells(String sentence, CaseOnTopic given, Map<String, Set<String>> then) {
        // when
        Map<String, Set<String>> told = new TreeMap<>();
        duties(given).forEach(n -> told.put(n.recipient().key(), new TreeSet<>(n.subject().obligations())));

        // then
        assertThat(told).isEqualTo(new TreeMap<>(then));
    }

    @Test
    void whatIsDueAtOnceIsUrgentAndTheRestIsNot() {
        // given
        CaseOnTopic stop = careRelation().internalReport("nurse", AccusedKind.STAFF, "colleague");

        // then
        assertThat(duties(stop)).allMatch(Notification::urgent);
        assertThat(duties(meldcode())).noneMatch(Notification::urgent);
    }

    @Test
    void theTitleNamesTheDutiesAndNobody() {
        // given
        Notification told = duties(meldcode()).getFirst();

        // when
        String title = NotificationTitle.of(told.kind(), told.subject().obligations(), null).nl();

        // then
        assertThat(title)
                .isEqualTo("Nieuwe verplichting: Doe de kindcheck: zijn er kinderen afhankelijk van de zorg van de cliënt?");
    }

    private static List<Notification> duties(CaseOnTopic given) {
        List<RecordedEvent> events = given.events().stream().map(PublishedEvent::recorded).toList();
        CaseHistory after = CaseHistory.of(events);
        List<OpenOrMet> before = events.size() == 1 ? List.of() : Obligations.open(CaseHistory.of(events.subList(0, events.size() - 1)));
        List<OpenOrMet> arisen = ArisenDuties.between(before, Obligations.open(after));
        return Routing.of(events.getLast(), RouteFacts.of("de-linde", after), arisen).stream()
                .filter(n -> n.kind() == NotificationKind.OBLIGATION_AROSE)
                .toList();
    }

    private static CaseOnTopic meldcode() {
        return new CaseOnTopic("de-linde").openedMeldcode("nurse");
    }

    private static CaseOnTopic careRelation() {
        return new CaseOnTopic("de-linde").openedCareRelation("nurse");
    }

    private static String person(String userName) {
        return "person/de-linde/" + CaseOnTopic.REFS.person("de-linde", userName);
    }
}
