package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SignalSource;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** SIG-2: the victim comes out with it unasked (onthulling). */
public final class DisclosureComesFromTheVictim extends EntryRule<SignalRecorded> {

    public DisclosureComesFromTheVictim() {
        super(
                SignalRecorded.class,
                "SIG-2",
                1,
                RuleClass.F,
                "Een onthulling komt van het slachtoffer zelf en bevestigt het vermoeden: zelf gehoord of verteld gekregen, of van de cliënt.",
                "A disclosure comes from the victim and confirms the suspicion: heard or told yourself, or from the client.",
                "Ontspoorde mantelzorg (000): 'Slachtoffers die uit ‘het niets’ en uit zichzelf een professional om hulp vragen'");
    }

    @Override
    boolean refuses(SignalRecorded signal, Happened when, CaseHistory history) {
        return signal.disclosure() && (signal.direction() == Direction.CONTRADICTS || !fromTheVictim(signal));
    }

    private static boolean fromTheVictim(SignalRecorded signal) {
        boolean heard = signal.perception() == Perception.HEARD || signal.perception() == Perception.TOLD;
        return signal.source() == SignalSource.CLIENT || (signal.source() == SignalSource.OWN && heard);
    }
}
