package nl.meldspoor.events;

/** Uitvoeringsbesluit Wmo 2015 art. 4.1.8 lid 3. */
public enum AnonymityGround {
    DANGER_VICTIM,
    DANGER_REPORTER,
    TRUST_RELATION
}
