package nl.meldspoor.events;

/** How a melding was made. MELDSPOOR: it appears with the liaison of the region. */
public enum MeldingChannel {
    PHONE,
    WEB_FORM,
    LETTER,
    MELDSPOOR
}
