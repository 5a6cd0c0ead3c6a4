package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.ChildCheckDone;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** CHK-1: a child check that finds dependent children says how old they are. */
public final class ChildrenHaveAges extends EntryRule<ChildCheckDone> {

    public ChildrenHaveAges() {
        super(
                ChildCheckDone.class,
                "CHK-1",
                1,
                RuleClass.F,
                "Leg van de afhankelijke kinderen de leeftijd vast.",
                "Record the ages of the dependent children.",
                "Ontspoorde mantelzorg (000), kindcheck; Meldcode (004), stap 1: 'Doe de kindcheck.'");
    }

    @Override
    boolean refuses(ChildCheckDone check, Happened when, CaseHistory history) {
        return check.dependentChildren()
                && (check.childrenAges() == null || check.childrenAges().isEmpty());
    }
}
