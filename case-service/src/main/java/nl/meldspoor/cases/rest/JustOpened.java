package nl.meldspoor.cases.rest;

import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.Ground;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.http.Role;

/** How a case is reached by who opens it, or recorded on it last: no head could be asked before. */
final class JustOpened {

    private JustOpened() {}

    /** By who opens it. */
    static Reached reach(Acting acting, CaseHistory history) {
        var roles = acting.roles();
        var grounds = new ArrayList<Ground>();
        if (history.route() == Route.CARE_RELATION) {
            if (roles.contains(Role.REPORT_TEAM)) {
                grounds.add(Ground.REPORT_TEAM);
            }
            if (roles.contains(Role.BOARD)) {
                grounds.add(Ground.BOARD);
            }
        } else if (roles.contains(Role.PROFESSIONAL) || roles.contains(Role.SUPERVISOR) || roles.contains(Role.ATTENTION_OFFICER)) {
            grounds.add(Ground.OPENED_OR_HANDLES);
        }
        if (grounds.isEmpty()) {
            grounds.add(Ground.OPENED);
        }
        return reach(acting, history, grounds);
    }

    /** On these grounds. */
    static Reached reach(Acting acting, CaseHistory history, List<Ground> grounds) {
        var opened = history.opened();
        return new Reached(
                history.caseId(),
                acting.organisation(),
                history.version(),
                null,
                history.route(),
                history.closed() ? "CLOSED" : "OPEN",
                opened.unit(),
                opened.region(),
                history.openedAt(),
                history.changedAt(),
                grounds,
                acting.personRef(),
                acting.leads());
    }
}
