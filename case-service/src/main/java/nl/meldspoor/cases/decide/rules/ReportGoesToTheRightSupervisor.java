package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.IGJAuthority;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** IGJ-2: the act under which the care is given decides who must know. */
public final class ReportGoesToTheRightSupervisor extends EntryRule<IGJReportFiled> {

    public ReportGoesToTheRightSupervisor() {
        super(
                IGJReportFiled.class,
                "IGJ-2",
                1,
                RuleClass.F,
                "Wmo-zorg wordt gemeld bij de gemeentelijke toezichthouder, Wlz- en Zvw-zorg bij de IGJ.",
                "Wmo care is reported to the municipal supervisor, Wlz and Zvw care to IGJ.",
                "Wmo 2015 art. 3.4; Wkkgz art. 11 lid 1");
    }

    @Override
    boolean refuses(IGJReportFiled report, Happened when, CaseHistory history) {
        if (report.category() == IGJCategory.DISMISSAL) {
            return false;
        }
        return switch (history.opened().legalFramework()) {
            case WMO -> report.authority() == IGJAuthority.IGJ;
            case WLZ, ZVW -> report.authority() == IGJAuthority.WMO_SUPERVISOR;
            case JEUGDWET, OTHER -> false;
        };
    }
}
