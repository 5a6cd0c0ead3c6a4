package nl.meldspoor.cases.rest;

/** The paths of entries as one pattern: an annotation takes a constant only, so the catalogue of events cannot give it. */
final class EntryPaths {

    /** Every entry of a case but its opening. */
    static final String BELOW_A_CASE = "signals|consultations|conversations|conversation-waivers|assessments|decisions|meldingen"
            + "|acknowledgements|feedback|internal-reports|safety-measures|hearings|hearing-waivers|judgements|igj-reports|closures";

    private EntryPaths() {}
}
