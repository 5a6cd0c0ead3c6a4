package nl.meldspoor.cases.log;

/**
 * One log.
 *
 * @param generation begun by the operator when an older one cannot be continued
 */
public record LogId(int generation, String organisation) {

    /** The first line of every checkpoint, and the name of who signs it: {@code meldspoor/de-linde}, later {@code meldspoor/de-linde/2}. */
    public String origin() {
        return "meldspoor/" + organisation + (generation == 1 ? "" : "/" + generation);
    }
}
