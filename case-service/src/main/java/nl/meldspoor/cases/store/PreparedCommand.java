package nl.meldspoor.cases.store;

import java.util.List;
import nl.meldspoor.cases.seal.Seal;
import nl.meldspoor.events.EventType;

/**
 * One command with everything that does not depend on its place in the case: sealed, its keys durable, its facts told. What is left is
 * numbering and linking.
 *
 * @param access the sealed line of the access log, or null
 */
record PreparedCommand(AppendRequest request, List<PreparedEvent> events, AccessRow access) {

    PreparedCommand {
        events = List.copyOf(events);
    }

    /** One event of it. */
    record PreparedEvent(NewEvent event, EventType type, Seal.SealedParts sealed) {}
}
