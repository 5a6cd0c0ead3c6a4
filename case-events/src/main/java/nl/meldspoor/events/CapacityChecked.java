package nl.meldspoor.events;

import java.time.LocalDate;

/** Wilsbekwaamheid: whether the client can weigh this decision himself. */
public record CapacityChecked(
        @HappenedAt LocalDate checkedOn,
        YesNoPartly capable,
        @Sealed(PersonKind.STAFF) Person by,
        @MayBeAbsent Representative representative)
        implements CaseEvent {}
