package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;

/** GEN-2: an entry belongs to the route of the case. */
public final class EntryFitsTheRoute extends StatedRule {

    public EntryFitsTheRoute() {
        super(
                "GEN-2",
                1,
                RuleClass.F,
                "Dit hoort bij de andere route en kan niet in deze casus worden vastgelegd.",
                "This belongs to the other route and cannot be recorded on this case.",
                "Leidraad (002): 'De Leidraad sluit aan bij de Meldcode huiselijk geweld.'; ontwerp van Meldspoor: één casus, één route");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return refusesWhateverTheFields(history, command.type());
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return !entry.routes().contains(history.route());
    }
}
