package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Handovers;
import nl.meldspoor.events.history.Happened;

/** HND-3: a hand-over that was answered is no longer on offer, and neither is one after which the case went to another. */
public final class OfferIsAnsweredOnce extends EntryRule<HandoverAnswered> {

    public OfferIsAnsweredOnce() {
        super(
                HandoverAnswered.class,
                "HND-3",
                2,
                RuleClass.F,
                "Deze overdracht is al beantwoord, of vervallen omdat een ander de casus nu behandelt.",
                "This hand-over was already answered, or lapsed because somebody else handles the case now.",
                "Ontwerp van Meldspoor: tot het antwoord blijft de gever verantwoordelijk");
    }

    @Override
    boolean refuses(HandoverAnswered answer, Happened when, CaseHistory history) {
        return Handovers.offer(history, answer.handoverId())
                .filter(offer -> Handovers.isSettled(history, offer))
                .isPresent();
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return entry == EventType.HANDOVER_ANSWERED
                && !history.handovers().isEmpty()
                && Handovers.pending(history).isEmpty();
    }
}
