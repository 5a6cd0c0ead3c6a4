package nl.meldspoor.notifications.routing;

import java.util.List;
import java.util.UUID;

/**
 * An auditor opened the content of a case, as routing takes it. Of this the board hears, on both routes, and nobody else ({@code domain.md}
 * 2); not the auditor himself, should he be of the board. Of which MELDCODE case it was the board is not told ({@link
 * NotificationKind#namesItsCase}).
 *
 * @param auditorRef keyed hash of the auditor
 */
public record OpenedInspection(UUID eventId, UUID caseId, String auditorRef) {

    private static final NotificationKind KIND = NotificationKind.CASE_INSPECTED;

    /** @param facts what is known of the case now */
    public List<Notification> told(RouteFacts facts) {
        Recipient board = Audience.BOARD.in(facts.organisation());
        return NeedToKnow.mayKnow(board, facts)
                ? List.of(new Notification(
                        NotificationId.of(eventId, KIND, board),
                        eventId,
                        caseId,
                        facts.organisation(),
                        KIND,
                        board,
                        null,
                        auditorRef,
                        KIND.urgent(),
                        Notification.Subject.NONE))
                : List.of();
    }
}
