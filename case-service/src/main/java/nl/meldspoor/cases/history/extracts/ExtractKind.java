package nl.meldspoor.cases.history.extracts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.meldspoor.cases.access.Ground;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonKind;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Role;

/**
 * The kinds of extract: for which route, for whom, and whose sealed content each may show. What a kind does not show is not opened for
 * it, save names that are opened to be blanked out of free text.
 */
public enum ExtractKind {
    /** For the file the client may read (002 p. 135; 004 step 1-5): client content only, no staff, nothing withheld. */
    CLIENT_FILE(
            "client-file",
            "Uittreksel voor het cliëntdossier",
            EnumSet.allOf(Route.class),
            EnumSet.of(
                    Role.PROFESSIONAL,
                    Role.SUPERVISOR,
                    Role.ATTENTION_OFFICER,
                    Role.REPORT_TEAM,
                    Role.BOARD,
                    Role.INTEGRATION),
            EnumSet.of(
                    Ground.OPENED_OR_HANDLES,
                    Ground.SUPERVISOR_OF_UNIT,
                    Ground.ATTENTION_OFFICER,
                    Ground.RECEIVED_OR_ASSIGNED,
                    Ground.REPORT_TEAM,
                    Ground.BOARD),
            EnumSet.of(PersonKind.CLIENT),
            EnumSet.of(PersonKind.STAFF, PersonKind.ACCUSED, PersonKind.REPORTER)),
    /** For the personnel file of the accused (002 p. 135): incident, harm, measures, procedure; never who reported. */
    PERSONNEL_FILE(
            "personnel-file",
            "Uittreksel voor het personeelsdossier",
            EnumSet.of(Route.CARE_RELATION),
            EnumSet.of(Role.HR, Role.BOARD),
            EnumSet.of(Ground.BOARD),
            EnumSet.of(PersonKind.ACCUSED, PersonKind.STAFF),
            EnumSet.of(PersonKind.REPORTER)),
    /** The whole procedure for board and management (002 p. 135); who reported stays with the report team. */
    BOARD_REPORT(
            "board-report",
            "Verslag voor het bestuur",
            EnumSet.of(Route.CARE_RELATION),
            EnumSet.of(Role.BOARD, Role.REPORT_TEAM, Role.SUPERVISOR, Role.ATTENTION_OFFICER),
            EnumSet.of(Ground.BOARD, Ground.REPORT_TEAM, Ground.RECEIVED_OR_ASSIGNED),
            EnumSet.of(PersonKind.CLIENT, PersonKind.ACCUSED, PersonKind.STAFF),
            EnumSet.of(PersonKind.REPORTER)),
    /** What a Veilig Thuis form asks, in its order (dutch-standards 4.4). */
    MELDING(
            "melding",
            "Melding aan Veilig Thuis",
            EnumSet.of(Route.MELDCODE),
            EnumSet.of(Role.PROFESSIONAL, Role.SUPERVISOR, Role.ATTENTION_OFFICER, Role.INTEGRATION),
            EnumSet.of(Ground.OPENED_OR_HANDLES, Ground.SUPERVISOR_OF_UNIT, Ground.ATTENTION_OFFICER),
            EnumSet.of(PersonKind.CLIENT, PersonKind.STAFF),
            EnumSet.noneOf(PersonKind.class)),
    /** What the inspectorate asks per type of report (Uitvoeringsbesluit Wkkgz 8.1-8.4). */
    IGJ_REPORT(
            "igj-report",
            "Melding aan de inspectie",
            EnumSet.of(Route.CARE_RELATION),
            EnumSet.of(Role.BOARD, Role.REPORT_TEAM, Role.SUPERVISOR, Role.ATTENTION_OFFICER),
            EnumSet.of(Ground.BOARD, Ground.REPORT_TEAM, Ground.RECEIVED_OR_ASSIGNED),
            EnumSet.of(PersonKind.CLIENT, PersonKind.ACCUSED, PersonKind.STAFF),
            EnumSet.of(PersonKind.REPORTER));

    private final String code;
    private final String title;
    private final Set<Route> routes;
    private final Set<Role> roles;
    private final Set<Ground> grounds;
    private final Set<PersonKind> shows;
    private final Set<PersonKind> blanks;

    ExtractKind(
            String code,
            String title,
            Set<Route> routes,
            Set<Role> roles,
            Set<Ground> grounds,
            Set<PersonKind> shows,
            Set<PersonKind> blanks) {
        this.code = code;
        this.title = title;
        this.routes = routes;
        this.roles = roles;
        this.grounds = grounds;
        this.shows = shows;
        this.blanks = blanks;
    }

    /** The name in the path. */
    public String code() {
        return code;
    }

    /** Dutch title, for paper. */
    public String title() {
        return title;
    }

    public boolean isOn(Route route) {
        return routes.contains(route);
    }

    /** Roles that may ask for it, each only on cases within its reach. */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** On which grounds a case must be reached to have it; HR reaches the personnel file on a ground of its own. */
    public Set<Ground> grounds() {
        return Set.copyOf(grounds);
    }

    /** Whose sealed members of this type of event the extract may show, and so may be opened for it. */
    public Set<PersonKind> shows(EventType type) {
        if (this == PERSONNEL_FILE && type == EventType.INTERNAL_REPORT_MADE) {
            // The incident and the harm belong in the personnel file; they stand in what is recorded about the client.
            return Set.of(PersonKind.ACCUSED, PersonKind.STAFF, PersonKind.CLIENT);
        }
        return Set.copyOf(shows);
    }

    /** Whose names are opened only to be blanked out of free text. */
    public Set<PersonKind> blanks() {
        return Set.copyOf(blanks);
    }

    public static Optional<ExtractKind> of(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
