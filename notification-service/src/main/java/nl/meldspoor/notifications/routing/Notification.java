package nl.meldspoor.notifications.routing;

import java.util.UUID;

/**
 * One recipient is told of one event.
 *
 * @param id the same for the same event, kind and recipient, however often the event is read
 * @param meldingId the melding it is about, or null
 * @param causedByRef who caused the event; as a holder of a role he is not told of what he did himself
 */
public record Notification(
        UUID id,
        UUID eventId,
        UUID caseId,
        String organisation,
        NotificationKind kind,
        Recipient recipient,
        UUID meldingId,
        String causedByRef) {}
