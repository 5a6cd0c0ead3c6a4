package nl.meldspoor.events;

/** A closed case was opened again. */
public record CaseReopened(
        @Sealed(PersonKind.CLIENT) String reason)
        implements CaseEvent {}
