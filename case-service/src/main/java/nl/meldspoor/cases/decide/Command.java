package nl.meldspoor.cases.decide;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.Happened;

/**
 * What somebody asks to record, right in shape. Time, ids and hashes come in with it.
 *
 * @param entry the proposed event; its derived members are null
 * @param note free text beside the entry, or null
 * @param deviation why it went differently than a rule of conduct asks, or null
 * @param now the moment of recording
 * @param newId for the id an entry adds, such as {@code meldingId}
 */
public record Command(EventType type, CaseEvent entry, String note, String deviation, Instant now, UUID newId, Refs refs) {

    public Command {
        Objects.requireNonNull(now, "now");
        if (EventType.of(entry) != type) {
            throw new IllegalArgumentException("expected an entry of " + type + ", but was of " + EventType.of(entry));
        }
    }

    /** When what it tells happened. */
    public Happened happened() {
        return Happened.of(entry, now);
    }
}
