package nl.meldspoor.events.history;

import java.util.List;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.Route;

/**
 * Whose move it is: who can take away what is missing. Roles are those that may record the entry ({@code domain.md} 2); the organisation
 * decides who of them does it.
 */
public enum Mover {
    /** Until an internal report is made nobody else knows of the signals. */
    OPENER("wie de casus opende", "who opened the case", "professional", "staff", "supervisor", "attention-officer"),
    /** On the route of the Leidraad the report team handles what was reported ({@link #on}). */
    HANDLER("wie de casus behandelt", "who handles the case", "professional", "supervisor", "attention-officer"),
    /** Who was asked to take the case over, and has not answered. */
    ASKED(
            "wie de overdracht kreeg aangeboden",
            "who was offered the case",
            "professional",
            "supervisor",
            "attention-officer",
            "report-team",
            "board"),
    REPORT_TEAM("het meldteam", "the report team", "report-team", "board"),
    BOARD("de bestuurder", "the board", "board", "report-team"),
    HR("HR", "HR", "hr", "board"),
    /** Where none is assigned the report team does it itself ({@link #on}). */
    INVESTIGATOR("de onderzoeker", "the investigator", "investigator", "report-team", "board"),
    POLICE_CONTACT("de contactpersoon politie", "the police contact", "police-contact", "report-team", "board"),
    VEILIG_THUIS("Veilig Thuis", "Veilig Thuis", "vt-liaison"),
    /** No user of Meldspoor: the organisation can only wait or ask. */
    INSPECTORATE("de inspectie", "the inspectorate");

    private final Bilingual text;
    private final List<String> roles;

    Mover(String nl, String en, String... roles) {
        this.text = new Bilingual(nl, en);
        this.roles = List.of(roles);
    }

    /** Who it is, to be read after "aan zet: " or "next: ". */
    public Bilingual text() {
        return text;
    }

    /** Codes of the roles that may record what is missing; empty for who records nothing here. */
    public List<String> roles() {
        return roles;
    }

    /** Who it is on this case. */
    public Mover on(CaseHistory history) {
        return on(history.route(), !history.assignments().isEmpty());
    }

    /** Who it is on a case of which no more is known than this. */
    public Mover on(Route route, boolean investigatorAssigned) {
        return switch (this) {
            case HANDLER -> route == Route.CARE_RELATION ? REPORT_TEAM : HANDLER;
            case INVESTIGATOR -> investigatorAssigned ? INVESTIGATOR : REPORT_TEAM;
            default -> this;
        };
    }
}
