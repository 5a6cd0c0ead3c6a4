package nl.meldspoor.reporting.web;

import nl.meldspoor.http.Role;
import nl.meldspoor.terms.BilingualText;

/** What the roles are called. */
public final class RoleNames {

    private RoleNames() {}

    public static BilingualText of(Role role) {
        return switch (role) {
            case PROFESSIONAL -> new BilingualText("Zorgverlener", "Care professional");
            case STAFF -> new BilingualText("Medewerker", "Staff");
            case SUPERVISOR -> new BilingualText("Leidinggevende", "Supervisor");
            case ATTENTION_OFFICER -> new BilingualText("Aandachtsfunctionaris", "Attention officer");
            case REPORT_TEAM -> new BilingualText("Meldteam", "Report team");
            case BOARD -> new BilingualText("Bestuurder", "Board");
            case HR -> new BilingualText("HR", "HR");
            case INVESTIGATOR -> new BilingualText("Onderzoeker", "Investigator");
            case POLICE_CONTACT -> new BilingualText("Contactpersoon politie", "Police contact");
            case INTEGRATION -> new BilingualText("Koppeling", "Integration");
            case VT_LIAISON -> new BilingualText("Liaison Veilig Thuis", "Veilig Thuis liaison");
            case AUDITOR -> new BilingualText("Auditor", "Auditor");
            case CLIENT_COUNCIL -> new BilingualText("Cliëntenraad", "Client council");
            case WORKS_COUNCIL -> new BilingualText("Ondernemingsraad", "Works council");
        };
    }
}
