package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.HandoverAnswer;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** HND-2: who refuses a case says why. */
public final class RefusalHasItsReason extends EntryRule<HandoverAnswered> {

    public RefusalHasItsReason() {
        super(
                HandoverAnswered.class,
                "HND-2",
                1,
                RuleClass.F,
                "Leg vast waarom u de overdracht weigert.",
                "Record why you refuse the hand-over.",
                "Ontwerp van Meldspoor: wie een casus weigert zegt waarom");
    }

    @Override
    boolean refuses(HandoverAnswered answer, Happened when, CaseHistory history) {
        return answer.answer() == HandoverAnswer.REFUSED && answer.reason() == null;
    }
}
