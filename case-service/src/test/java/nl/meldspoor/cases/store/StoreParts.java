package nl.meldspoor.cases.store;

import nl.meldspoor.embedded.EmbeddedParts;

/** The PostgreSQL and Kafka of the tests of store and relay: one set, apart from what the tests of the running service use. */
public final class StoreParts {

    private static EmbeddedParts parts;

    private StoreParts() {}

    public static synchronized EmbeddedParts get() {
        if (parts == null) {
            parts = EmbeddedParts.fresh();
        }
        return parts;
    }
}
