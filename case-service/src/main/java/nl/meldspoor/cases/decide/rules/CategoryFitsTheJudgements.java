package nl.meldspoor.cases.decide.rules;

import java.util.List;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.events.history.Happened;

/** IGJ-1: before any judgement a calamity or violence may be reported in doubt; after one, what was judged. */
public final class CategoryFitsTheJudgements extends EntryRule<IGJReportFiled> {

    public CategoryFitsTheJudgements() {
        super(
                IGJReportFiled.class,
                "IGJ-1",
                1,
                RuleClass.F,
                "Deze soort melding past niet bij de oordelen tot nu toe, of er is geen ontslag vastgelegd.",
                "This kind of report does not fit the judgements given so far, or no dismissal is on record.",
                "Wkkgz art. 11 lid 1; Leidraad (002), stap 5: 'melden is verplicht in geval van een calamiteit, geweld in de zorgrelatie of ontslag'");
    }

    @Override
    boolean refuses(IGJReportFiled report, Happened when, CaseHistory history) {
        return switch (report.category()) {
            case CALAMITY -> excluded(Qualification.CALAMITY, when, history);
            case VIOLENCE -> excluded(Qualification.VIOLENCE_IN_CARE_RELATION, when, history);
            case DISMISSAL -> history.dismissals().stream().allMatch(d -> d.happened().isAfter(when));
        };
    }

    private static boolean excluded(Qualification needed, Happened filed, CaseHistory history) {
        List<Entry<JudgementMade>> sofar =
                history.judgements().stream().filter(j -> !j.happened().isAfter(filed)).toList();
        return !sofar.isEmpty() && sofar.stream().noneMatch(j -> j.data().qualification() == needed);
    }
}
