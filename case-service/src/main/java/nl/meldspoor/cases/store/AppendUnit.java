package nl.meldspoor.cases.store;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Commands of one case made ready to store, each decided on what the one before it leaves: rows with sequence, sealed content and
 * hashes. Stored all or none. Built once and sent as it is however often it has to be sent again.
 */
record AppendUnit(List<LinkedCommand> commands) {

    AppendUnit {
        commands = List.copyOf(commands);
    }

    /**
     * One of them.
     *
     * @param events position, epoch and transaction id are still 0
     * @param access the line of the access log, or null
     */
    record LinkedCommand(AppendRequest request, List<StoredEvent> events, AccessRow access) {

        LinkedCommand {
            events = List.copyOf(events);
        }

        StoredEvent first() {
            return events.getFirst();
        }

        StoredEvent last() {
            return events.getLast();
        }
    }

    UUID caseId() {
        return last().caseId();
    }

    /** The head all of it follows. */
    long expectedVersion() {
        return commands.getFirst().first().sequence() - 1;
    }

    String expectedHash() {
        return commands.getFirst().first().previousHash();
    }

    StoredEvent last() {
        return commands.getLast().last();
    }

    /** The last command says who may reach the case after all of them. */
    AppendRequest lastRequest() {
        return commands.getLast().request();
    }

    Stream<StoredEvent> events() {
        return commands.stream().flatMap(c -> c.events().stream());
    }

    Stream<AccessRow> accesses() {
        return commands.stream().map(LinkedCommand::access).filter(java.util.Objects::nonNull);
    }

    Stream<Found> foundBy() {
        return commands.stream().flatMap(c -> c.request().lookups().stream()).map(l -> new Found(caseId(), l));
    }

    /** A case and a hash to find it by. */
    record Found(UUID caseId, Lookup lookup) {}
}
