package nl.meldspoor.events;

/** A person who can be called back. */
public record ContactPerson(String name, String function, @MayBeAbsent String phone, @MayBeAbsent String email) {}
