package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** POL-4: no conversation with the client over a crime suspicion that the police did not clear for it; only on the route of the Leidraad. */
public final class PoliceSpeaksToTheClientFirst extends EntryRule<ConversationHeld> {

    public PoliceSpeaksToTheClientFirst() {
        super(
                ConversationHeld.class,
                "POL-4",
                1,
                RuleClass.C,
                "Er is een vermoeden van een strafbaar feit: overleg eerst met de politie over het gesprek met de cliënt.",
                "A criminal offence is suspected: consult the police about the conversation with the client first.",
                "Leidraad (002), stap 3: 'eerst af te stemmen met de politie wie het gesprek voert en op welk moment'");
    }

    @Override
    boolean refuses(ConversationHeld entry, Happened when, CaseHistory history) {
        return history.route() == Route.CARE_RELATION
                && entry.with() == ConversationParty.CLIENT
                && history.policeComesFirst(when, PoliceContacted::clearsClientConversation);
    }
}
