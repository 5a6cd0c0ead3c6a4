package nl.meldspoor.events;

/** An entry was wrong; it stays readable, rules and obligations count the replacement. */
public record EntryCorrected(
        int corrects,
        @Sealed(PersonKind.CLIENT) String reason,
        @MayBeAbsent CaseEvent replacement,
        @Derived String correctedType)
        implements CaseEvent {}
