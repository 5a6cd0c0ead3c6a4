package nl.meldspoor.notifications.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.notifications.CaseOnTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who hears that an auditor opened the content of a case. */
class OpenedInspectionTest {

    private static final CaseOnTopic MELDCODE = new CaseOnTopic("de-linde").openedMeldcode("nurse", "director");
    private static final CaseOnTopic CARE_RELATION =
            new CaseOnTopic("de-linde").openedCareRelation("nurse").internalReport("nurse", AccusedKind.STAFF, "director");
    private static final CaseOnTopic UNLINKED =
            new CaseOnTopic("de-linde").openedCareRelation("nurse").internalReport("nurse", AccusedKind.UNKNOWN, null);

    @Test
    void theBoardAndNobodyElseOnEveryRoute() {
        for (CaseOnTopic given : List.of(MELDCODE, CARE_RELATION, UNLINKED)) {
            assertThat(told(given)).extracting(n -> n.recipient().key()).containsExactly("role/de-linde/board");
        }
    }

    @Test
    void saysThatItHappenedAndCausedItIsTheAuditor() {
        // when
        Notification told = told(CARE_RELATION).getFirst();

        // then
        assertThat(told.kind()).isEqualTo(NotificationKind.CASE_INSPECTED);
        assertThat(told.causedByRef()).isEqualTo("auditors-ref");
        assertThat(told.urgent()).isFalse();
        assertThat(told.subject()).isEqualTo(Notification.Subject.NONE);
    }

    @Test
    void theSameInspectionIsToldUnderTheSameIdAndAnotherIsNot() {
        // given
        OpenedInspection inspection = new OpenedInspection(UUID.randomUUID(), MELDCODE.id(), "auditors-ref");
        OpenedInspection another = new OpenedInspection(UUID.randomUUID(), MELDCODE.id(), "auditors-ref");

        // then
        assertThat(inspection.told(facts(MELDCODE)).getFirst().id())
                .isEqualTo(inspection.told(facts(MELDCODE)).getFirst().id())
                .isNotEqualTo(another.told(facts(MELDCODE)).getFirst().id());
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void onlyOfTheMeldcodeTheBoardIsNotToldWhichCaseItWas(NotificationKind kind) {
        assertThat(kind.namesItsCase(Route.CARE_RELATION)).isTrue();
        assertThat(kind.namesItsCase(Route.MELDCODE)).isEqualTo(kind != NotificationKind.CASE_INSPECTED);
    }

    private static List<Notification> told(CaseOnTopic given) {
        return new OpenedInspection(UUID.randomUUID(), given.id(), "auditors-ref").told(facts(given));
    }

    private static RouteFacts facts(CaseOnTopic given) {
        return RouteFacts.of("de-linde", CaseHistory.of(given.events().stream().map(PublishedEvent::recorded).toList()));
    }
}
