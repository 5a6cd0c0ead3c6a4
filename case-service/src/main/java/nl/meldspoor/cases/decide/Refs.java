package nl.meldspoor.cases.decide;

/** Keyed hashes of people, bound to the organisation and the case. */
public interface Refs {

    /** Keyed hash of the person who acts: the one an integration acts for, else who records. */
    String acting();

    String person(String userName);

    /** Bound to the case, so that the same accused in two cases cannot be linked. */
    String accused(String userName);
}
