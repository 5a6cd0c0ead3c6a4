package nl.meldspoor.events;

/** One sentence in Dutch and in English. */
public record Bilingual(String nl, String en) {}
