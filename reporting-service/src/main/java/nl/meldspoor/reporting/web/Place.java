package nl.meldspoor.reporting.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;
import nl.meldspoor.terms.BilingualText;

/** The pages of the navigation, in order, and who may see each. The page itself asks again: a link that is not shown is no lock. */
public enum Place {
    OVERVIEW(
            "/",
            "overview",
            "Overzicht",
            "Overview",
            Role.PROFESSIONAL,
            Role.SUPERVISOR,
            Role.ATTENTION_OFFICER,
            Role.REPORT_TEAM,
            Role.BOARD,
            Role.INVESTIGATOR,
            Role.POLICE_CONTACT,
            Role.AUDITOR),
    DEADLINES(
            "/deadlines",
            "clock",
            "Termijnen",
            "Deadlines",
            Role.PROFESSIONAL,
            Role.SUPERVISOR,
            Role.ATTENTION_OFFICER,
            Role.REPORT_TEAM,
            Role.BOARD,
            Role.INVESTIGATOR,
            Role.POLICE_CONTACT,
            Role.AUDITOR),
    CASES(
            "/cases",
            "folder",
            "Casussen",
            "Cases",
            Role.PROFESSIONAL,
            Role.STAFF,
            Role.SUPERVISOR,
            Role.ATTENTION_OFFICER,
            Role.REPORT_TEAM,
            Role.BOARD,
            Role.INVESTIGATOR,
            Role.POLICE_CONTACT,
            Role.AUDITOR),
    MELDINGEN("/meldingen", "letter", "Meldingen", "Reports", Role.VT_LIAISON),
    STATISTICS(
            "/statistics",
            "chart",
            "Statistiek",
            "Statistics",
            Role.CLIENT_COUNCIL,
            Role.WORKS_COUNCIL,
            Role.BOARD,
            Role.ATTENTION_OFFICER,
            Role.REPORT_TEAM,
            Role.SUPERVISOR,
            Role.AUDITOR),
    INBOX(
            "/inbox",
            "inbox",
            "Berichten",
            "Messages",
            Role.PROFESSIONAL,
            Role.STAFF,
            Role.SUPERVISOR,
            Role.ATTENTION_OFFICER,
            Role.REPORT_TEAM,
            Role.BOARD,
            Role.HR,
            Role.INVESTIGATOR,
            Role.POLICE_CONTACT,
            Role.VT_LIAISON,
            Role.AUDITOR,
            Role.CLIENT_COUNCIL,
            Role.WORKS_COUNCIL);

    private final String path;
    private final String icon;
    private final BilingualText title;
    private final Set<Role> roles;

    Place(String path, String icon, String nl, String en, Role first, Role... more) {
        this.path = path;
        this.icon = icon;
        this.title = new BilingualText(nl, en);
        this.roles = EnumSet.of(first, more);
    }

    /** The places of somebody, in order. */
    static List<Place> of(Caller caller) {
        return Stream.of(values()).filter(place -> place.isFor(caller)).toList();
    }

    public boolean isFor(Caller caller) {
        return caller.hasAny(roles);
    }

    public String path() {
        return path;
    }

    /** The name of its icon in {@code icons.svg}. */
    public String icon() {
        return icon;
    }

    /** Whether a count of what is unread stands beside it. */
    public boolean counts() {
        return this == INBOX;
    }

    public BilingualText title() {
        return title;
    }
}
