package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;

/** ERA-2: nothing is erased while a legal hold stands. */
public final class HoldKeepsTheCase extends StatedRule {

    public HoldKeepsTheCase() {
        super(
                "ERA-2",
                1,
                RuleClass.F,
                "Op deze casus rust een bewaarplicht voor een rechtsvordering. Hef die eerst op.",
                "This case is under a legal hold. Lift it first.",
                "AVG art. 17 lid 3 onder e: instelling, uitoefening of onderbouwing van een rechtsvordering");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return refusesWhateverTheFields(history, command.type());
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return (entry == EventType.CASE_ERASED || entry == EventType.PERSON_ERASED) && !history.standingHolds().isEmpty();
    }
}
