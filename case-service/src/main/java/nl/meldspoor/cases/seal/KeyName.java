package nl.meldspoor.cases.seal;

import nl.meldspoor.events.PersonKind;

/**
 * The name of a data key within its case: the person kind, and after the data of that person were erased alone also the event that erased
 * them ({@code REPORTER@7}), so that a later entry can be opened and the earlier ones cannot.
 */
final class KeyName {

    private KeyName() {}

    /** @param erasedAt sequence of the event that erased the data of this person last, null when none did */
    static String of(PersonKind kind, Long erasedAt) {
        return erasedAt == null ? kind.name() : kind.name() + "@" + erasedAt;
    }
}
