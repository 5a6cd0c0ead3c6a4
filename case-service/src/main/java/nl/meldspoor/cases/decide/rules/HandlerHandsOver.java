package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.cases.decide.WhoActs;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Handovers;

/** HND-4: who handles a case hands it over; the case of another is reassigned by somebody who leads, who is responsible for it from then on. */
public final class HandlerHandsOver extends StatedRule {

    public HandlerHandsOver() {
        super(
                "HND-4",
                1,
                RuleClass.F,
                "Alleen wie de casus behandelt draagt hem over; een leidinggevende of aandachtsfunctionaris wijst hem opnieuw toe.",
                "Only who handles the case hands it over; a supervisor or attention officer reassigns it.",
                "Meldcode (004), stap 2: 'Als u het zetten van verdere stappen overdraagt aan een ander, leg dit dan ook vast in de rapportage.'");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return refusesWhateverTheFields(history, command.type(), command.refs().acting());
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry, WhoActs who) {
        return entry == EventType.CASE_HANDED_OVER && !who.leads() && !who.ref().equals(Handovers.handlerRef(history));
    }
}
