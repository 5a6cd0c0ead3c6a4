package nl.meldspoor.cases.store;

import java.util.Objects;

/**
 * The key under which a command is remembered, unique within organisation and acting person. Hashes only: what clients put in a key is
 * theirs.
 *
 * @param scopeRef keyed hash of the acting person
 * @param keyHash keyed hash of the Idempotency-Key
 * @param fingerprint keyed hash of method, path and body
 */
public record IdempotencyClaim(String scopeRef, String keyHash, String fingerprint) {

    public IdempotencyClaim {
        Objects.requireNonNull(scopeRef, "scopeRef");
        Objects.requireNonNull(keyHash, "keyHash");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
