package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** JUD-2: whether it must be reported depends on it. */
public final class SeverityBetweenClientsIsKnown extends EntryRule<JudgementMade> {

    public SeverityBetweenClientsIsKnown() {
        super(
                JudgementMade.class,
                "JUD-2",
                1,
                RuleClass.F,
                "Leg bij geweld tussen cliënten vast of behandeling nodig was en of de politie ingreep.",
                "Record for violence between clients whether treatment was needed and whether the police intervened.",
                "Beleidsregels meldplicht geweld tussen cliënten (Stcrt. 2017, 46305)");
    }

    @Override
    boolean refuses(JudgementMade judgement, Happened when, CaseHistory history) {
        return judgement.betweenClients()
                && (judgement.treatmentNeeded() == null || judgement.policeIntervened() == null);
    }
}
