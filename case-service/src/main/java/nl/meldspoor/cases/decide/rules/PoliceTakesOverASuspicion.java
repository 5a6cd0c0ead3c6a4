package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** POL-5: POLICE_TAKES_OVER needs a crime suspicion and a police contact. */
public final class PoliceTakesOverASuspicion extends EntryRule<HearingWaived> {

    public PoliceTakesOverASuspicion() {
        super(
                HearingWaived.class,
                "POL-5",
                1,
                RuleClass.F,
                "De politie neemt het horen alleen over na een vermoeden van een strafbaar feit en contact met de politie.",
                "The police only take over the hearing after a crime suspicion and contact with the police.",
                "Leidraad (002), stap 4: 'In geval van mogelijk strafbaar gedrag wordt dit gesprek overgelaten aan de politie.'");
    }

    @Override
    boolean refuses(HearingWaived waiver, Happened when, CaseHistory history) {
        return waiver.ground() == HearingWaiverGround.POLICE_TAKES_OVER
                && !(suspected(when, history) && policeContacted(when, history));
    }

    private static boolean suspected(Happened waived, CaseHistory history) {
        return history.crimeChecks().stream()
                .anyMatch(c -> c.data().suspected() != Answer.NO && !c.happened().isAfter(waived));
    }

    private static boolean policeContacted(Happened waived, CaseHistory history) {
        return history.policeContacts().stream().anyMatch(p -> !p.happened().isAfter(waived));
    }
}
