package nl.meldspoor.reporting.figures;

/** What is counted over a period. Each says what the value of such a {@link CountedFact} is. */
public enum FactKind {
    /** A case was opened; no value. */
    OPENED,
    /** A case was closed; the ground. */
    CLOSED,
    /** A form of abuse was first signalled in the case; the form. */
    FORM,
    /** An assessment; the outcome, of a REPORT with its norm: {@code REPORT_NORM_1}. */
    ASSESSMENT,
    /** Advice of Veilig Thuis, which is not a melding; no value. */
    ADVICE,
    /** A melding at Veilig Thuis; the channel. */
    MELDING,
    /** What Veilig Thuis let know; the kind of feedback. */
    FEEDBACK,
    /** Whether the client knew of a melding or an internal report; {@code YES} or {@code NO}. */
    CLIENT_INFORMED,
    /** An internal report; the relation of who is accused. */
    INTERNAL_REPORT,
    /** A judgement; its qualification. */
    JUDGEMENT,
    /** A report to IGJ; its category. */
    IGJ_REPORT,
    /** A contact with the police; its kind. */
    POLICE,
    /** An entry that deviates from a rule of conduct; the rule. */
    DEVIATION,
    /** From the first entry of a step to the first of the next one, when they happened in that order; {@code 1-2}, with days. */
    LEAD_TIME
}
