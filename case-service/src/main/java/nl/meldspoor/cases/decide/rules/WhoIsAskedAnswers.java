package nl.meldspoor.cases.decide.rules;

import java.util.Arrays;
import java.util.List;
import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.cases.decide.WhoActs;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.HandoverAnswer;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.events.history.Handovers;

/** HND-1: the person a case is offered to accepts or refuses, who offered it withdraws. An offer to somebody who is no user is answered by who made it. */
public final class WhoIsAskedAnswers extends StatedRule {

    public WhoIsAskedAnswers() {
        super(
                "HND-1",
                1,
                RuleClass.F,
                "Alleen wie de casus krijgt aangeboden neemt aan of weigert; alleen wie hem aanbood trekt het aanbod in.",
                "Only the person the case is offered to accepts or refuses; only who offered it withdraws.",
                "Ontwerp van Meldspoor: tot iemand aanneemt blijft de gever verantwoordelijk");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        if (!(command.entry() instanceof HandoverAnswered answer)) {
            return false;
        }
        return Handovers.offer(history, answer.handoverId())
                .map(offer -> !command.refs().acting().ref().equals(expected(offer, answer.answer())))
                .orElse(false);
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry, WhoActs who) {
        List<Entry<CaseHandedOver>> pending = Handovers.pending(history);
        return entry == EventType.HANDOVER_ANSWERED
                && !pending.isEmpty()
                && pending.stream()
                        .flatMap(offer -> Arrays.stream(HandoverAnswer.values()).map(answer -> expected(offer, answer)))
                        .noneMatch(who.ref()::equals);
    }

    private static String expected(Entry<CaseHandedOver> offer, HandoverAnswer answer) {
        String giver = offer.event().actingRef();
        return switch (answer) {
            case ACCEPTED, REFUSED -> offer.data().toRef() == null ? giver : offer.data().toRef();
            case WITHDRAWN -> giver;
        };
    }
}
