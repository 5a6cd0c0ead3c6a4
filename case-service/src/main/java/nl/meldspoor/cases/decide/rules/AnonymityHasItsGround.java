package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** MEL-2: anonymity towards the client is an exception with grounds of its own. */
public final class AnonymityHasItsGround extends EntryRule<MeldingMade> {

    public AnonymityHasItsGround() {
        super(
                MeldingMade.class,
                "MEL-2",
                1,
                RuleClass.F,
                "Anoniem blijven voor de cliënt vraagt een grond, en gaat niet samen met bespreken.",
                "Staying anonymous towards the client needs a ground, and does not go together with discussing it.",
                "Uitvoeringsbesluit Wmo 2015 art. 4.1.8 lid 3");
    }

    @Override
    boolean refuses(MeldingMade melding, Happened when, CaseHistory history) {
        return melding.anonymousTowardsClient() && (melding.anonymityGround() == null || melding.discussedWithClient());
    }
}
