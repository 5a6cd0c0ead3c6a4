package nl.meldspoor.cases.store;

import java.util.Objects;

/**
 * A keyed hash by which a case can be found, exact match only.
 *
 * @param kind what was hashed, e.g. {@link #CLIENT_REFERENCE}
 * @param hash 64 lower-case hex digits
 */
public record Lookup(String kind, String hash) {

    /** The client's reference in the organisation's own administration. */
    public static final String CLIENT_REFERENCE = "CLIENT_REFERENCE";

    public Lookup {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(hash, "hash");
    }
}
