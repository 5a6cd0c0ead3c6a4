package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SignalSource;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** SIG-1: a signal from a third person names its source. */
public final class ThirdPersonIsDescribed extends EntryRule<SignalRecorded> {

    public ThirdPersonIsDescribed() {
        super(
                SignalRecorded.class,
                "SIG-1",
                1,
                RuleClass.F,
                "Dit signaal komt van een ander: beschrijf de bron.",
                "This signal comes from somebody else: describe the source.",
                "Meldcode (004), stap 1: 'Als u informatie afkomstig van derden vastlegt, beschrijf dan altijd de bron.'");
    }

    @Override
    boolean refuses(SignalRecorded signal, Happened when, CaseHistory history) {
        boolean fromThirdPerson = signal.source() != SignalSource.OWN && signal.source() != SignalSource.CLIENT;
        return fromThirdPerson && signal.sourceDetails() == null;
    }
}
