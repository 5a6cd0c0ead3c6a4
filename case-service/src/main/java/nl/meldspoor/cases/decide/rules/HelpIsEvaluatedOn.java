package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** DEC-3: help has a date on which it is evaluated. */
public final class HelpIsEvaluatedOn extends EntryRule<DecisionsTaken> {

    public HelpIsEvaluatedOn() {
        super(
                DecisionsTaken.class,
                "DEC-3",
                1,
                RuleClass.F,
                "Hulp is mogelijk: noem de datum waarop u bekijkt of de hulp werkt.",
                "Help is possible: name the date on which you look whether it works.",
                "Ontspoorde mantelzorg (000), stap 5: 'U blijf contact houden en volgt de effecten van de geboden ondersteuning.'");
    }

    @Override
    boolean refuses(DecisionsTaken decisions, Happened when, CaseHistory history) {
        return decisions.helpPossible() && decisions.evaluateOn() == null;
    }
}
