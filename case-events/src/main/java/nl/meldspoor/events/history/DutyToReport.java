package nl.meldspoor.events.history;

import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.SignalRecorded;

/**
 * What raises OB-REPORT: the outcome REPORT, a disclosure, or the decision that reporting is necessary. A decision is no new fact: it rests
 * on the weighing and the confirming signals of before it. Who reports at once and takes the two decisions afterwards has reported.
 */
final class DutyToReport implements Obligation.Cause {

    @Override
    public boolean raisedBy(RecordedEvent event, CaseHistory history) {
        return switch (event.data()) {
            case AssessmentMade a -> a.outcome() == AssessmentOutcome.REPORT;
            case SignalRecorded s -> s.disclosure();
            case DecisionsTaken d -> d.reportNecessary();
            default -> false;
        };
    }

    @Override
    public Happened factsOf(RecordedEvent event, CaseHistory history) {
        Happened own = Happened.of(event);
        return event.data() instanceof DecisionsTaken ? basis(own, history).orElse(own) : own;
    }

    private static Optional<Happened> basis(Happened decided, CaseHistory history) {
        Stream<Happened> weighed = history.latestAssessmentAt(decided).map(Entry::happened).stream();
        Stream<Happened> confirmed = CaseHistory.latest(
                        history.signals(),
                        s -> s.data().direction() == Direction.CONFIRMS && !s.happened().isAfter(decided))
                .map(Entry::happened)
                .stream();
        return Stream.concat(weighed, confirmed).max(Happened.LATEST_LAST);
    }
}
