package nl.meldspoor.events;

import java.time.LocalDate;

/** Somebody a melding names, in the order of a Veilig Thuis form. Free text members; the whole is sealed. */
public record MeldingPerson(
        String role,
        String name,
        @MayBeAbsent LocalDate birthDate,
        @MayBeAbsent String sex,
        @MayBeAbsent String address,
        @MayBeAbsent String relation,
        @MayBeAbsent String representation) {}
