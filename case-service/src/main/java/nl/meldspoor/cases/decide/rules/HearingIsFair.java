package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** HEA-1: two interviewers, and a support person offered. */
public final class HearingIsFair extends EntryRule<AccusedHeard> {

    public HearingIsFair() {
        super(
                AccusedHeard.class,
                "HEA-1",
                1,
                RuleClass.C,
                "Voer het gesprek met twee personen en bied een vertrouwenspersoon aan.",
                "Hold the hearing with two interviewers and offer a support person.",
                "Leidraad (002), stap 4: 'Belangrijk is dat het gesprek met twee personen wordt gevoerd'");
    }

    @Override
    boolean refuses(AccusedHeard hearing, Happened when, CaseHistory history) {
        return hearing.interviewers().size() < 2 || !hearing.supportPersonOffered();
    }
}
