package nl.meldspoor.acceptance;

import java.util.Set;

/** The pages there are, and who may see each. */
enum WebPage {
    OVERVIEW("/", Set.of("professional", "professional-2", "supervisor", "attention-officer", "report-team", "board", "investigator", "police-contact", "auditor")),
    DUTIES("/duties", OVERVIEW.roles),
    CASES("/overview/cases?status=OPEN", OVERVIEW.roles),
    DEADLINES("/deadlines", OVERVIEW.roles),
    STATISTICS("/statistics", Set.of("supervisor", "attention-officer", "report-team", "board", "auditor", "client-council", "works-council"));

    private final String path;
    private final Set<String> roles;

    WebPage(String path, Set<String> roles) {
        this.path = path;
        this.roles = roles;
    }

    String path() {
        return path;
    }

    /** By the role in the name of a demo user. */
    boolean isFor(Caller who) {
        return roles.contains(who.toString().replaceFirst("^(de-linde|waterland)-", ""));
    }
}
