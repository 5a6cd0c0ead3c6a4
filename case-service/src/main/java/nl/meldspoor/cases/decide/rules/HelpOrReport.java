package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** DEC-2: after the outcome HELP or HELP_COMPLETED something is done. */
public final class HelpOrReport extends EntryRule<DecisionsTaken> {

    public HelpOrReport() {
        super(
                DecisionsTaken.class,
                "DEC-2",
                1,
                RuleClass.F,
                "De weging zegt dat hulp nodig is: kan dat niet, dan is melden noodzakelijk.",
                "The weighing says that help is needed: if that is not possible, reporting is necessary.",
                "Meldcode (004), stap 5: 'Als hulpverlenen op basis van een van deze punten niet mogelijk is, is melden bij Veilig Thuis noodzakelijk.'");
    }

    @Override
    boolean refuses(DecisionsTaken decisions, Happened when, CaseHistory history) {
        return !decisions.helpPossible()
                && !decisions.reportNecessary()
                && history.latestAssessmentAt(when)
                        .filter(weighed -> weighed.data().outcome() == AssessmentOutcome.HELP
                                || weighed.data().outcome() == AssessmentOutcome.HELP_COMPLETED)
                        .isPresent();
    }
}
