package nl.meldspoor.notifications.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.notifications.CaseOnTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is warned on which rung. */
class EscalationTest {

    private static final String NURSE = "person/de-linde/" + CaseOnTopic.REFS.person("de-linde", "nurse");
    private static final String SUPERVISORS = "role/de-linde/supervisor/Team+Oost";
    private static final String OFFICERS = "role/de-linde/attention-officer";
    private static final String REPORT_TEAM = "role/de-linde/report-team";
    private static final String BOARD = "role/de-linde/board";

    static Stream<Arguments> whoIsWarned() {
        CaseOnTopic meldcode = new CaseOnTopic("de-linde").openedMeldcode("nurse");
        CaseOnTopic excluded = new CaseOnTopic("de-linde").openedMeldcode("nurse", "nurse");
        CaseOnTopic careRelation = new CaseOnTopic("de-linde")
                .openedCareRelation("nurse")
                .internalReport("nurse", AccusedKind.STAFF, "colleague");
        CaseOnTopic unlinked = new CaseOnTopic("de-linde")
                .openedCareRelation("nurse")
                .internalReport("nurse", AccusedKind.UNKNOWN, null);
        return Stream.of(
                arguments(meldcode, "OB-HELP-EVALUATE", "HALF_TERM", Set.of(NURSE)),
                arguments(meldcode, "OB-HELP-EVALUATE", "ONE_WEEK", Set.of(NURSE)),
                arguments(meldcode, "OB-HELP-EVALUATE", "TWO_WORKING_DAYS", Set.of(NURSE, OFFICERS)),
                arguments(meldcode, "OB-HELP-EVALUATE", "ONE_WORKING_DAY", Set.of(NURSE, OFFICERS, SUPERVISORS)),
                arguments(meldcode, "OB-HELP-EVALUATE", "DUE_DAY", Set.of(NURSE, OFFICERS, SUPERVISORS)),
                arguments(meldcode, "OB-HELP-EVALUATE", "MISSED", Set.of(NURSE, OFFICERS, SUPERVISORS)),
                arguments(meldcode, "OB-HELP-EVALUATE", "A_RUNG_OF_NEXT_YEAR", Set.of(NURSE, OFFICERS)),
                arguments(meldcode, "OB-HELP-EVALUATE", "MET", Set.of()),
                arguments(excluded, "OB-HELP-EVALUATE", "MISSED", Set.of(OFFICERS, SUPERVISORS)),
                arguments(careRelation, "OB-INVESTIGATE", "HALF_TERM", Set.of(REPORT_TEAM)),
                arguments(careRelation, "OB-INVESTIGATE", "TWO_WORKING_DAYS", Set.of(REPORT_TEAM)),
                arguments(careRelation, "OB-INVESTIGATE", "ONE_WORKING_DAY", Set.of(REPORT_TEAM, BOARD)),
                arguments(careRelation, "OB-INVESTIGATE", "MISSED", Set.of(REPORT_TEAM, BOARD)),
                arguments(careRelation, "OB-IGJ-VIOLENCE", "HALF_TERM", Set.of(REPORT_TEAM, BOARD)),
                arguments(careRelation, "OB-INTERNAL-REPORT", "MISSED", Set.of(REPORT_TEAM, BOARD, NURSE)),
                arguments(unlinked, "OB-INTERNAL-REPORT", "MISSED", Set.of(REPORT_TEAM, BOARD)),
                arguments(careRelation, "A-DUTY-OF-NEXT-YEAR", "MISSED", Set.of(REPORT_TEAM, BOARD)));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("whoIsWarned")
    void warns(CaseOnTopic given, String obligation, String rung, Set<String> then) {
        assertThat(warned(given, obligation, rung).stream().map(n -> n.recipient().key()).collect(Collectors.toSet()))
                .isEqualTo(then);
    }

    @Test
    void theNearerTheEndTheMoreUrgent() {
        // given
        CaseOnTopic given = new CaseOnTopic("de-linde").openedMeldcode("nurse");

        // then
        assertThat(warned(given, "OB-HELP-EVALUATE", "TWO_WORKING_DAYS")).noneMatch(Notification::urgent);
        assertThat(warned(given, "OB-HELP-EVALUATE", "DUE_DAY")).allMatch(Notification::urgent);
        assertThat(warned(given, "OB-HELP-EVALUATE", "MISSED"))
                .allMatch(Notification::urgent)
                .allMatch(n -> n.kind() == NotificationKind.DEADLINE_MISSED);
    }

    private static List<Notification> warned(CaseOnTopic given, String obligation, String rung) {
        DeadlineRung.Happening happening =
                switch (rung) {
                    case "MISSED" -> DeadlineRung.Happening.MISSED;
                    case "MET" -> DeadlineRung.Happening.MET;
                    default -> DeadlineRung.Happening.APPROACHED;
                };
        DeadlineRung reached = new DeadlineRung(
                UUID.randomUUID(), given.id(), obligation, "HELP-EVALUATE", LocalDate.parse("2026-03-11"), rung, happening);
        CaseHistory history = CaseHistory.of(given.events().stream().map(PublishedEvent::recorded).toList());
        return Escalation.of(reached, RouteFacts.of("de-linde", history));
    }
}
