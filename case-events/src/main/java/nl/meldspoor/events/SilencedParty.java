package nl.meldspoor.events;

/** On whom the provisional duty of silence rests. */
public enum SilencedParty {
    REPORTER,
    WITNESS,
    TEAM
}
