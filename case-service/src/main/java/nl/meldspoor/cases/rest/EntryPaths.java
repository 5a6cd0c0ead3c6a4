package nl.meldspoor.cases.rest;

/** The paths of entries as one pattern: an annotation takes a constant only, so the catalogue of events cannot give it. */
final class EntryPaths {

    /** Every entry of a case but its opening. */
    static final String BELOW_A_CASE = "signals|consultations|conversations|conversation-waivers|emergency-calls|police-contacts|handovers"
            + "|handover-answers|evaluations|improvements|improvement-completions|closures|reopenings|corrections"
            + "|child-checks|care-checks|network-maps|capacity-checks|assessments|decisions|meldingen"
            + "|acknowledgements|feedback|safety-plans|help-plans|help-evaluations|internal-reports|silence-duties"
            + "|silence-liftings|addressings|criminal-suspicions|safety-measures|hearings|hearing-waivers"
            + "|assignments|investigations|investigation-results|judgements|dismissals|igj-reports|igj-responses"
            + "|igj-supplements|igj-extension-requests|igj-investigation-reports|sanctions|aftercare|announcements"
            + "|erasure|person-erasures|legal-holds|legal-hold-liftings";

    private EntryPaths() {}
}
