package nl.meldspoor.notifications.routing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A rung that a term reached, as routing takes it.
 *
 * @param rung by name: one that a later version added is told, too
 */
public record DeadlineRung(
        UUID eventId, UUID caseId, String obligation, String termKind, LocalDate dueOn, String rung, Happening happening) {

    /** What is said of the term. */
    public enum Happening {
        APPROACHED,
        MISSED,
        MET
    }

    TermNotice term() {
        return new TermNotice(termKind, dueOn, rung);
    }
}
