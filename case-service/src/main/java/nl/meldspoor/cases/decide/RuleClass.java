package nl.meldspoor.cases.decide;

/** What a rule asks of an entry. */
public enum RuleClass {
    /** Form: no deviation. */
    F,
    /** Conduct: refused first; the same entry with {@code deviation} is accepted and carries the rule's id. */
    C
}
