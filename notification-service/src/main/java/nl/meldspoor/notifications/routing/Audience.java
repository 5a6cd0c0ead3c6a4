package nl.meldspoor.notifications.routing;

/** The roles that are told as a role: everybody in the organisation who holds it, each with an inbox and a read mark of his own. */
public enum Audience {
    SUPERVISOR("supervisor"),
    ATTENTION_OFFICER("attention-officer"),
    REPORT_TEAM("report-team"),
    BOARD("board"),
    HR("hr"),
    POLICE_CONTACT("police-contact");

    private final String role;

    Audience(String role) {
        this.role = role;
    }

    /** The realm role, as tokens name it. */
    public String role() {
        return role;
    }

    /** Whether it sees a CARE_RELATION case whose accused is not yet linked to a user or ruled out (domain.md 2). */
    public boolean seesUnlinkedAccused() {
        return this == REPORT_TEAM || this == BOARD;
    }

    /** Everybody of the organisation who holds it. */
    Recipient in(String organisation) {
        return new Recipient.RoleHolders(organisation, role);
    }
}
