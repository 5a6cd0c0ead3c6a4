package nl.meldspoor.events;

/** What was sealed about one person until now was erased; what is recorded about him later is sealed under a new key. */
public record PersonErased(
        ErasablePerson person,
        @Sealed(PersonKind.ORGANISATION) String reason)
        implements CaseEvent {}
