package nl.meldspoor.cases.seal;

import java.util.UUID;

/** What of a stored event is sealed, and what it is bound to. */
public interface SealedEvent {

    UUID eventId();

    int schemaVersion();

    /** The sealed user name of who recorded. */
    SealedContent actor();

    /** The sealed user name of the person an integration acted for, or null. */
    SealedContent onBehalfOf();

    SealedContent sealed();
}
