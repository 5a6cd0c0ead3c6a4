package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.InvestigationStarted;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** INV-1: after a death in care of the elderly or the disabled an outsider leads the investigation. */
public final class DeathAsksForAnExternalChair extends EntryRule<InvestigationStarted> {

    public DeathAsksForAnExternalChair() {
        super(
                InvestigationStarted.class,
                "INV-1",
                2,
                RuleClass.C,
                "De cliënt is overleden: laat een externe, onafhankelijke voorzitter het onderzoek leiden.",
                "The client died: have an external, independent chair lead the investigation.",
                "Leidraad (002), stap 5: 'eist de Inspectie dat de zorgaanbieder een extern, onafhankelijk voorzitter'");
    }

    @Override
    boolean refuses(InvestigationStarted investigation, Happened when, CaseHistory history) {
        return !investigation.externalChair()
                && history.clientDied()
                && switch (history.opened().sector()) {
                    case VVT, HOME_CARE, DISABILITY_CARE -> true;
                    case MENTAL_HEALTH, SOCIAL_SUPPORT, OTHER -> false;
                };
    }
}
