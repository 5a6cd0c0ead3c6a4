package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** POL-1: no hearing over a crime suspicion that the police did not clear for it. */
public final class PoliceHearsFirst extends EntryRule<AccusedHeard> {

    public PoliceHearsFirst() {
        super(
                AccusedHeard.class,
                "POL-1",
                1,
                RuleClass.C,
                "Er is een vermoeden van een strafbaar feit: overleg eerst met de politie voordat u de (vermoedelijke) pleger hoort.",
                "A criminal offence is suspected: consult the police before you hear the (suspected) perpetrator.",
                "Leidraad (002), stap 4: 'In geval van mogelijk strafbaar gedrag wordt dit gesprek overgelaten aan de politie.'");
    }

    @Override
    boolean refuses(AccusedHeard entry, Happened when, CaseHistory history) {
        return history.policeComesFirst(when, PoliceContacted::clearsHearing);
    }
}
