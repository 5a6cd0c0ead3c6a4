package nl.meldspoor.embedded;

/** A reason not to start that the person at the keyboard can do something about: one clear sentence. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }
}
