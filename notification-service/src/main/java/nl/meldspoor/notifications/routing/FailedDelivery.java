package nl.meldspoor.notifications.routing;

import java.util.UUID;
import nl.meldspoor.events.Route;

/** Who hears that something urgent was not delivered: who may see every case of that route and can ring somebody up. */
public final class FailedDelivery {

    private FailedDelivery() {}

    /** @param eventId of what was to be told; one event is reported once, however many did not hear of it */
    public static Notification of(UUID eventId, UUID caseId, String organisation, Route route) {
        Recipient to = (route == Route.CARE_RELATION ? Audience.BOARD : Audience.ATTENTION_OFFICER).in(organisation);
        NotificationKind kind = NotificationKind.DELIVERY_FAILED;
        return new Notification(
                NotificationId.of(eventId, kind, to),
                eventId,
                caseId,
                organisation,
                kind,
                to,
                null,
                Notification.NOBODY,
                kind.urgent(),
                Notification.Subject.NONE);
    }
}
