package nl.meldspoor.events.history;

import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.YesNoPartly;

/**
 * What raises OB-REPORT: the outcome REPORT, a disclosure, help that did not make it safe, or the decision that reporting is necessary. A decision is no new fact: it rests
 * on the weighing and the confirming signals of before it. Who reports at once and takes the two decisions afterwards has reported.
 */
final class DutyToReport implements Obligation.Cause {

    @Override
    public boolean raisedBy(RecordedEvent event, CaseHistory history) {
        return switch (event.data()) {
            case AssessmentMade a -> a.outcome() == AssessmentOutcome.REPORT;
            case SignalRecorded s -> s.disclosure();
            case DecisionsTaken d -> d.reportNecessary();
            case HelpEvaluated h -> h.safetyRestored() == YesNoPartly.NO;
            default -> false;
        };
    }

    @Override
    public Happened factsOf(Entry<?> entry, CaseHistory history) {
        return entry.data() instanceof DecisionsTaken
                ? history.lastWeighedOrConfirmedAt(entry.happened()).orElse(entry.happened())
                : entry.happened();
    }
}
