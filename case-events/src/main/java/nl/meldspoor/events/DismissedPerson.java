package nl.meldspoor.events;

/** The professional whose contract ended. */
public record DismissedPerson(String name, String function, @MayBeAbsent String bigNumber) {}
