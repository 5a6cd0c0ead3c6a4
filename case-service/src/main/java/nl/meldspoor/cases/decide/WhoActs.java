package nl.meldspoor.cases.decide;

/**
 * What rules about people ask of who acts.
 *
 * @param ref keyed hash of the person: the one an integration acts for, else who records
 * @param leads whether he may reassign the case of another: a supervisor, attention officer, somebody of the report team or the board
 */
public record WhoActs(String ref, boolean leads) {}
