package nl.meldspoor.cases.decide;

/** Keyed hashes of people, bound to the organisation and the case; and who acts. */
public interface Refs {

    WhoActs acting();

    String person(String userName);

    /** Bound to the case, so that the same accused in two cases cannot be linked. */
    String accused(String userName);
}
