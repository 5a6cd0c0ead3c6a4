package nl.meldspoor.embedded;

/** Told of each part that is there, as it happens. */
@FunctionalInterface
public interface Progress {

    /** Says nothing: for tests. */
    Progress SILENT = (part, what) -> {};

    /**
     * @param part {@code postgres}, {@code case-service}, …
     * @param what for people to read
     */
    void tell(String part, String what);
}
