package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;

/** GEN-4: only what is closed can be reopened. */
public final class OnlyAClosedCaseReopens extends StatedRule {

    public OnlyAClosedCaseReopens() {
        super(
                "GEN-4",
                1,
                RuleClass.F,
                "De casus is niet gesloten.",
                "The case is not closed.",
                "Ontwerp van Meldspoor: alleen een gesloten casus wordt heropend");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return refusesWhateverTheFields(history, command.type());
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return entry == EventType.CASE_REOPENED && !history.closed();
    }
}
