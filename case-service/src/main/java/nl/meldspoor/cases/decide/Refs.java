package nl.meldspoor.cases.decide;

/** Keyed hashes of people, bound to the organisation and the case; and what of who acts a rule asks beside that. */
public interface Refs {

    /** Keyed hash of the person who acts: the one an integration acts for, else who records. */
    String acting();

    /** Whether who acts leads: a supervisor, attention officer, somebody of the report team or the board may reassign the case of another. */
    boolean leads();

    String person(String userName);

    /** Bound to the case, so that the same accused in two cases cannot be linked. */
    String accused(String userName);
}
