package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Handovers;

/** HND-5: a case is offered to somebody else than who handles it. Who leads may take over the case of another by offering it to himself. */
public final class NobodyIsOfferedHisOwnCase extends StatedRule {

    public NobodyIsOfferedHisOwnCase() {
        super(
                "HND-5",
                1,
                RuleClass.F,
                "Deze persoon behandelt de casus al: er valt niets over te dragen.",
                "This person handles the case already: there is nothing to hand over.",
                "Meldcode (004), stap 2: 'Als u het zetten van verdere stappen overdraagt aan een ander, leg dit dan ook vast in de rapportage.'");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return command.entry() instanceof CaseHandedOver handover
                && handover.toUser() != null
                && command.refs().person(handover.toUser()).equals(Handovers.handlerRef(history));
    }
}
