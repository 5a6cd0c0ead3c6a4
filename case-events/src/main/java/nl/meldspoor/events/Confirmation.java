package nl.meldspoor.events;

/** The <em>verzendbevestiging</em>: it cannot be had later. {@code sha256}: 64 lower-case hex digits. */
public record Confirmation(String fileName, String sha256) {}
