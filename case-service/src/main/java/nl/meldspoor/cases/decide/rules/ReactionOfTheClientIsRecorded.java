package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** ASM-3: what was discussed has a reaction. */
public final class ReactionOfTheClientIsRecorded extends EntryRule<AssessmentMade> {

    public ReactionOfTheClientIsRecorded() {
        super(
                AssessmentMade.class,
                "ASM-3",
                1,
                RuleClass.F,
                "U besprak de weging met de cliënt: leg de reactie vast.",
                "You discussed the weighing with the client: record the reaction.",
                "Meldcode (004), stap 4: 'Wat de reactie is van de cliënt'");
    }

    @Override
    boolean refuses(AssessmentMade assessment, Happened when, CaseHistory history) {
        return assessment.discussedWithClient() && assessment.clientReaction() == null;
    }
}
