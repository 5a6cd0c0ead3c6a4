package nl.meldspoor.events;

import java.time.LocalDate;

/** The client: the reference in the organisation's own record is required, the rest may be absent. */
public record ClientIdentity(String reference, @MayBeAbsent String name, @MayBeAbsent LocalDate birthDate) {}
