package nl.meldspoor.cases.access;

/** How much of a case somebody sees, the widest first. */
public enum View {
    /** Everything, opened. */
    WHOLE,
    /** Facts; content stays sealed. */
    FACTS,
    /** The entries he recorded himself, and the status. */
    OWN_ENTRIES
}
