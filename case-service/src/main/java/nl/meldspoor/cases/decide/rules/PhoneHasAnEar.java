package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** MEL-4: a melding by phone names who took it. */
public final class PhoneHasAnEar extends EntryRule<MeldingMade> {

    public PhoneHasAnEar() {
        super(
                MeldingMade.class,
                "MEL-4",
                1,
                RuleClass.F,
                "Leg bij een telefonische melding vast wie bij Veilig Thuis de melding aannam (naam en functie).",
                "Record who at Veilig Thuis took a melding by phone (name and function).",
                "Meldcode (004), stap 5: 'Rapporteer naam en functie van de medewerker van Veilig Thuis bij wie u de melding heeft gedaan'");
    }

    @Override
    boolean refuses(MeldingMade melding, Happened when, CaseHistory history) {
        return melding.channel() == MeldingChannel.PHONE && melding.receivedBy() == null;
    }
}
