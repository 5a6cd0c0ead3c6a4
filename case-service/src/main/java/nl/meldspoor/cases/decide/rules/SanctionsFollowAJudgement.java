package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.SanctionImposed;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** SAN-1: nobody is sanctioned before a judgement, or when every judgement says it was unfounded. */
public final class SanctionsFollowAJudgement extends EntryRule<SanctionImposed> {

    public SanctionsFollowAJudgement() {
        super(
                SanctionImposed.class,
                "SAN-1",
                1,
                RuleClass.F,
                "Een sanctie volgt op een oordeel, en niet als de beschuldiging ongegrond is.",
                "A sanction follows a judgement, and not when the accusation is unfounded.",
                "Leidraad (002), stap 5: maatregelen volgen op de beoordeling");
    }

    @Override
    boolean refuses(SanctionImposed sanction, Happened when, CaseHistory history) {
        return history.judgements().stream().noneMatch(j -> isAReason(j.data()) && !j.happened().isAfter(when));
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return entry == EventType.SANCTION_IMPOSED
                && history.judgements().stream().noneMatch(j -> isAReason(j.data()));
    }

    private static boolean isAReason(JudgementMade judgement) {
        return judgement.qualification() != Qualification.UNFOUNDED;
    }
}
