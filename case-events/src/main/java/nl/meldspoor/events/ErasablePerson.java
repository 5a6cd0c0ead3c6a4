package nl.meldspoor.events;

/** Whose data can go alone. */
public enum ErasablePerson {
    ACCUSED(PersonKind.ACCUSED),
    REPORTER(PersonKind.REPORTER);

    private final PersonKind kind;

    ErasablePerson(PersonKind kind) {
        this.kind = kind;
    }

    /** Under whose key the data are. */
    public PersonKind kind() {
        return kind;
    }
}
