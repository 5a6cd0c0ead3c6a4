package nl.meldspoor.cases.seal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where wrapped data keys are kept durably. Every call is a transaction of its own. */
public interface WrappedKeys {

    /** The wrapped keys of a subject by kind; empty when there are none, or none any more. */
    Map<String, byte[]> find(UUID subject);

    /** Those that may open: without what an erasure on record has taken, also when the key itself was not destroyed yet. */
    default Map<String, byte[]> findToOpen(UUID subject) {
        return find(subject);
    }

    /** Keeps those that are not there yet and returns all of the subject that are there then: who comes second gets the keys of the first. */
    Map<String, byte[]> putIfAbsent(String organisation, UUID subject, Map<String, byte[]> wrapped);

    /** What the master key is recognised by. */
    Optional<byte[]> masterKeyCheck();

    /** Keeps the check value unless there is one, and returns the one that is there then. */
    byte[] putMasterKeyCheckIfAbsent(byte[] check);
}
