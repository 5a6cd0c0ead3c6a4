package nl.meldspoor.verifier;

/** A sentence in Dutch and English. */
record Told(String nl, String en) {

    String in(Language language) {
        return switch (language) {
            case NL -> nl;
            case EN -> en;
        };
    }

    /** In which language is answered. */
    enum Language {
        NL,
        EN
    }
}
