package nl.meldspoor.events;

import java.util.List;

/** An event that can start terms. */
public interface CarriesTerms {

    /** The terms it starts, null where it starts none. */
    List<TermFact> terms();
}
