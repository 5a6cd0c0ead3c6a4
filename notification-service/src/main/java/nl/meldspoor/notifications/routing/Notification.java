package nl.meldspoor.notifications.routing;

import java.util.List;
import java.util.UUID;

/**
 * One recipient is told of one event.
 *
 * @param id the same for the same event, kind and recipient, however often the event is read
 * @param meldingId the melding it is about, or null
 * @param causedByRef who caused the event and is not told of what he did himself as the holder of a role; {@link #NOBODY} when everybody
 *     is told, because a duty or a term is no news about what somebody did
 * @param urgent to be delivered at once; what is not may wait for a digest
 * @param subject the duties or the term it is about
 */
public record Notification(
        UUID id,
        UUID eventId,
        UUID caseId,
        String organisation,
        NotificationKind kind,
        Recipient recipient,
        UUID meldingId,
        String causedByRef,
        boolean urgent,
        Subject subject) {

    /** Stands for no person. */
    public static final String NOBODY = "";

    /**
     * What a notification is about beside the case.
     *
     * @param obligations ids of duties, in the order of the catalogue
     * @param term the term that runs out, or null
     */
    public record Subject(List<String> obligations, TermNotice term) {

        /** Nothing but the case. */
        public static final Subject NONE = new Subject(List.of(), null);

        public Subject {
            obligations = List.copyOf(obligations);
        }
    }
}
