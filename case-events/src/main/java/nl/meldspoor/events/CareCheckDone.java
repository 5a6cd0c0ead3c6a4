package nl.meldspoor.events;

import java.time.LocalDate;

/** Mantelzorgverleningscheck or mantelcheck: who depends on this person, how heavy does it weigh. */
public record CareCheckDone(
        @HappenedAt LocalDate checkedOn,
        @MayBeAbsent Boolean dependentAdults,
        @MayBeAbsent CaregiverLoad caregiverLoad,
        @MayBeAbsent @Code String instrument)
        implements CaseEvent {}
