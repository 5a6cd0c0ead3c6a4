package nl.meldspoor.http;

/** Stack traces that may be logged: where and which class, never the message, which may quote personal data. */
public final class Traces {

    /** How many causes are followed. */
    private static final int CAUSES = 8;

    private Traces() {}

    /** A copy of the throwable and its causes that keeps class names and frames only. */
    public static Throwable withoutMessages(Throwable thrown) {
        return copy(thrown, CAUSES);
    }

    private static Throwable copy(Throwable thrown, int causesLeft) {
        var cause = thrown.getCause() == null || causesLeft == 0 ? null : copy(thrown.getCause(), causesLeft - 1);
        var copy = new Unmessaged(thrown.getClass().getName(), cause);
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }

    private static final class Unmessaged extends Throwable {
        private final String original;

        Unmessaged(String original, Throwable cause) {
            super(null, cause, false, true);
            this.original = original;
        }

        @Override
        public String toString() {
            return original;
        }
    }
}
