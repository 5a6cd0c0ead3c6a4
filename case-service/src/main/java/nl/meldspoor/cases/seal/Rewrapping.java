package nl.meldspoor.cases.seal;

import java.util.UUID;

/** Wraps data keys anew under the newest key of the master keyset; the data keys themselves, and so all events, stay as they are. */
public final class Rewrapping {

    private Rewrapping() {}

    public static byte[] of(MasterKey master, UUID subject, String kind, byte[] wrapped) {
        return DataKeys.rewrap(master, subject, kind, wrapped);
    }
}
