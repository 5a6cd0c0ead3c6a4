package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Handovers;
import nl.meldspoor.events.history.Happened;

/** HND-3: a hand-over that was answered is no longer on offer. */
public final class OfferIsAnsweredOnce extends EntryRule<HandoverAnswered> {

    public OfferIsAnsweredOnce() {
        super(
                HandoverAnswered.class,
                "HND-3",
                1,
                RuleClass.F,
                "Deze overdracht is al beantwoord.",
                "This hand-over was already answered.",
                "Ontwerp van Meldspoor: tot het antwoord blijft de gever verantwoordelijk");
    }

    @Override
    boolean refuses(HandoverAnswered answer, Happened when, CaseHistory history) {
        return Handovers.answered(history, answer.handoverId());
    }
}
