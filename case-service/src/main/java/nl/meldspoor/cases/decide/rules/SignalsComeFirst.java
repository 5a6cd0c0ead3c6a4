package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** ASM-1: without a signal there is nothing to weigh. */
public final class SignalsComeFirst extends EntryRule<AssessmentMade> {

    public SignalsComeFirst() {
        super(
                AssessmentMade.class,
                "ASM-1",
                1,
                RuleClass.F,
                "Er is nog geen signaal vastgelegd om te wegen.",
                "There is no signal on record to weigh yet.",
                "Meldcode (004), stap 4: 'Dat betekent dat u op basis van de signalen […] een inschatting maakt'");
    }

    @Override
    boolean refuses(AssessmentMade assessment, Happened when, CaseHistory history) {
        return history.signals().isEmpty();
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return entry == EventType.ASSESSMENT_MADE && history.signals().isEmpty();
    }
}
