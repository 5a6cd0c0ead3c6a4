package nl.meldspoor.cases.store;

import java.util.UUID;

/**
 * Holds something of a case in memory and drops it when content of the case is erased. Whatever keeps cases, keys or answers in memory is
 * one of these; {@link Erasure} calls all beans of this type.
 */
public interface Forgets {

    /** Returns when nothing of the case is held any more; what is asked for later is read anew. */
    void forget(UUID caseId);
}
