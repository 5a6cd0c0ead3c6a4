package nl.meldspoor.cases.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.meldspoor.cases.store.CasesDatabase;

/** Whether an organisation has the regulation; asked for every answer about a case of its personnel. */
@ApplicationScoped
public class RegulationOf {

    private static final String AGREED = "select from works_council_regulation where organisation = $1";

    @Inject
    CasesDatabase database;

    /** True when a regulation is recorded. */
    public boolean isAgreed(String organisation) {
        return database.query(AGREED, organisation).iterator().hasNext();
    }
}
