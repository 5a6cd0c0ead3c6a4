package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AccusedAddressed;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** POL-3: who addresses the accused over a crime suspicion gets in the way of the police; what clears a hearing clears this. */
public final class NobodyIsAddressedBeforeThePolice extends EntryRule<AccusedAddressed> {

    public NobodyIsAddressedBeforeThePolice() {
        super(
                AccusedAddressed.class,
                "POL-3",
                1,
                RuleClass.C,
                "Er is een vermoeden van een strafbaar feit: spreek de collega niet aan voordat de politie dat vrijgeeft.",
                "A criminal offence is suspected: do not address the colleague before the police clear it.",
                "Leidraad (002), stap 1: 'Direct aanspreken is niet wenselijk in een situatie'");
    }

    @Override
    boolean refuses(AccusedAddressed entry, Happened when, CaseHistory history) {
        return history.policeComesFirst(when, PoliceContacted::clearsHearing);
    }
}
