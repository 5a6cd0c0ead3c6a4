package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Draft;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.IGJAuthority;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Qualification;

public class IGJReportRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory opened = given(careRelation());
        CaseStory calamity = opened.and(judgement(Qualification.CALAMITY));
        CaseStory wmo = given(careRelation().but("legalFramework", LegalFramework.WMO));
        CaseStory youth = given(careRelation().but("legalFramework", LegalFramework.JEUGDWET));
        Draft toSupervisor = igjReport(IGJCategory.CALAMITY).but("authority", IGJAuthority.WMO_SUPERVISOR);
        return List.of(
                recorded("IGJ-1 a calamity in doubt", opened, igjReport(IGJCategory.CALAMITY)),
                recorded("IGJ-1 violence in doubt", opened, igjReport(IGJCategory.VIOLENCE)),
                refused("IGJ-1 a dismissal that is not there", opened, igjReport(IGJCategory.DISMISSAL), "IGJ-1"),
                recorded("IGJ-1 what was judged", calamity, igjReport(IGJCategory.CALAMITY)),
                refused("IGJ-1 what was not judged", calamity, igjReport(IGJCategory.VIOLENCE), "IGJ-1"),
                recorded(
                        "IGJ-1 filed in doubt before the judgement, recorded after it",
                        calamity,
                        igjReport(IGJCategory.VIOLENCE).at("2026-03-05")),
                refused("IGJ-2 Wmo care to IGJ only", wmo, igjReport(IGJCategory.CALAMITY), "IGJ-2"),
                recorded("IGJ-2 Wmo care to the municipal supervisor", wmo, toSupervisor),
                recorded("IGJ-2 Wmo care to both", wmo, toSupervisor.but("authority", IGJAuthority.BOTH)),
                refused("IGJ-2 Wlz care to the municipal supervisor only", opened, toSupervisor, "IGJ-2"),
                recorded("IGJ-2 youth care has a law of its own", youth, toSupervisor));
    }
}
