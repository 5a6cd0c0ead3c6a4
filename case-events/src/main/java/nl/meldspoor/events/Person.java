package nl.meldspoor.events;

/** A person as the record names him: name and function. */
public record Person(String name, String function) {}
