package nl.meldspoor.acceptance;

import java.util.ArrayList;
import java.util.List;

/** The people of the demo realm. */
final class People {

    static final Caller PROFESSIONAL = Caller.of("de-linde-professional");
    static final Caller PROFESSIONAL_2 = Caller.of("de-linde-professional-2");
    static final Caller SUPERVISOR = Caller.of("de-linde-supervisor");
    static final Caller ATTENTION_OFFICER = Caller.of("de-linde-attention-officer");
    static final Caller REPORT_TEAM = Caller.of("de-linde-report-team");
    static final Caller BOARD = Caller.of("de-linde-board");
    static final Caller HR = Caller.of("de-linde-hr");
    static final Caller STAFF = Caller.of("de-linde-staff");
    static final Caller INVESTIGATOR = Caller.of("de-linde-investigator");
    static final Caller POLICE_CONTACT = Caller.of("de-linde-police-contact");
    static final Caller AUDITOR = Caller.of("de-linde-auditor");
    static final Caller CLIENT_COUNCIL = Caller.of("de-linde-client-council");
    static final Caller WORKS_COUNCIL = Caller.of("de-linde-works-council");
    static final Caller LIAISON_NOORD = Caller.of("vt-liaison-noord");
    static final Caller LIAISON_ZUID = Caller.of("vt-liaison-zuid");
    static final Caller INTEGRATION = Caller.of("ecd-de-linde");
    static final Caller WATERLAND_PROFESSIONAL = Caller.of("waterland-professional");
    static final Caller WATERLAND_BOARD = Caller.of("waterland-board");
    static final Caller WATERLAND_REPORT_TEAM = Caller.of("waterland-report-team");

    private static final List<String> ROLES = List.of(
            "professional",
            "professional-2",
            "supervisor",
            "attention-officer",
            "report-team",
            "board",
            "hr",
            "staff",
            "investigator",
            "police-contact",
            "auditor",
            "client-council",
            "works-council");

    private People() {}

    /** Every person of both organisations and both liaisons; not the integrations. */
    static List<Caller> everybody() {
        List<Caller> all = new ArrayList<>();
        for (String organisation : List.of("de-linde", "waterland")) {
            ROLES.forEach(role -> all.add(Caller.of(organisation + "-" + role)));
        }
        all.add(LIAISON_NOORD);
        all.add(LIAISON_ZUID);
        return List.copyOf(all);
    }
}
