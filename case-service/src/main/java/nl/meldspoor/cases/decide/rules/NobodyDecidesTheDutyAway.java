package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** DEC-1: the outcome REPORT cannot be decided away. What counts is the weighing that was the latest when the decision was taken. */
public final class NobodyDecidesTheDutyAway extends EntryRule<DecisionsTaken> {

    public NobodyDecidesTheDutyAway() {
        super(
                DecisionsTaken.class,
                "DEC-1",
                1,
                RuleClass.F,
                "De laatste weging zegt melden: u kunt niet besluiten dat melden niet nodig is.",
                "The latest weighing says report: you cannot decide that reporting is not necessary.",
                "Ontspoorde mantelzorg (000), stap 5: 'Als er sprake is van acute of structurele onveiligheid dan bent u verplicht te melden'");
    }

    @Override
    boolean refuses(DecisionsTaken decisions, Happened when, CaseHistory history) {
        return !decisions.reportNecessary()
                && history.latestAssessmentAt(when)
                        .filter(weighed -> weighed.data().outcome() == AssessmentOutcome.REPORT)
                        .isPresent();
    }
}
