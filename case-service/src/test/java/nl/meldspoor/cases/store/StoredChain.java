package nl.meldspoor.cases.store;

import java.util.List;
import java.util.OptionalLong;
import nl.meldspoor.events.proof.HashChain;

/** The chain recomputed from rows as they were read back. */
public final class StoredChain {

    private StoredChain() {}

    public static OptionalLong firstBroken(List<StoredEvent> events) {
        return HashChain.firstBroken(events.stream()
                .map(e -> new HashChain.Link(e.sequence(), e.previousHash(), e.canonical().text(), e.hash()))
                .toList());
    }
}
