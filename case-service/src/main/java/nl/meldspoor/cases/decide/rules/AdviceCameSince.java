package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** DEC-4: deciding not to report rests on a weighing, and at doubt on advice. Deciding to report is always allowed. */
public final class AdviceCameSince extends EntryRule<DecisionsTaken> {

    public AdviceCameSince() {
        super(
                DecisionsTaken.class,
                "DEC-4",
                1,
                RuleClass.C,
                "U besluit niet te melden zonder weging, of terwijl er twijfel is en Veilig Thuis nog geen advies gaf.",
                "You decide not to report without a weighing, or while there is doubt and Veilig Thuis has not given advice yet.",
                "Ontspoorde mantelzorg (000), stap 5: 'Als u nog steeds twijfelt […] bent u verplicht om Veilig Thuis om advies te vragen.'");
    }

    @Override
    boolean refuses(DecisionsTaken decisions, Happened when, CaseHistory history) {
        if (decisions.reportNecessary()) {
            return false;
        }
        return history.latestAssessmentAt(when)
                .map(weighed -> weighed.data().outcome() == AssessmentOutcome.ADVICE_REQUIRED
                        && !adviceBetween(weighed.happened(), when, history))
                .orElse(true);
    }

    private static boolean adviceBetween(Happened weighed, Happened decided, CaseHistory history) {
        return history.consultations().stream()
                .filter(c -> c.data().with() == ConsultedParty.VEILIG_THUIS)
                .anyMatch(c -> !c.happened().isBefore(weighed) && !c.happened().isAfter(decided));
    }
}
