package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.InvestigationStarted;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** POL-2: no investigation over a crime suspicion that the police did not clear for it. */
public final class PoliceInvestigatesFirst extends EntryRule<InvestigationStarted> {

    public PoliceInvestigatesFirst() {
        super(
                InvestigationStarted.class,
                "POL-2",
                1,
                RuleClass.C,
                "Er is een vermoeden van een strafbaar feit: het onderzoek is eerst aan de politie.",
                "A criminal offence is suspected: the investigation is first for the police.",
                "Leidraad (002), stap 4: 'onderzoek overgelaten aan de politie'");
    }

    @Override
    boolean refuses(InvestigationStarted entry, Happened when, CaseHistory history) {
        return history.policeComesFirst(when, PoliceContacted::clearsInvestigation);
    }
}
