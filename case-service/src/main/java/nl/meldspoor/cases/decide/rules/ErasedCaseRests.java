package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;

/** ERA-1: an erased case takes nothing any more, whoever was recording at that moment. */
public final class ErasedCaseRests extends StatedRule {

    public ErasedCaseRests() {
        super(
                "ERA-1",
                1,
                RuleClass.F,
                "De inhoud van de casus is gewist. Open een nieuwe casus om iets vast te leggen.",
                "The content of the case was erased. Open a new case to record something.",
                "Ontwerp van Meldspoor: wat na het wissen komt zou zonder sleutel worden bewaard; AVG art. 17 lid 1");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return history.erased();
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return history.erased();
    }
}
