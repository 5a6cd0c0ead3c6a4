package nl.meldspoor.notifications.routing;

import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.Route;

/** What a notification says. The title names no person and no content: only what happened, for whoever may open the case. */
public enum NotificationKind {
    MELDING_MADE("Er is een melding gedaan bij Veilig Thuis", "A report was made to Veilig Thuis", true),
    MELDING_ACKNOWLEDGED("Veilig Thuis heeft de melding ontvangen", "Veilig Thuis has received the report", false),
    FEEDBACK_RECEIVED("Veilig Thuis heeft teruggekoppeld over de melding", "Veilig Thuis has given feedback on the report", false),
    INTERNAL_REPORT_MADE("Er is een interne melding gedaan", "An internal report was made", true),
    IGJ_REPORT_FILED("Er is een melding gedaan bij de toezichthouder", "A report was filed with the supervisory authority", false),
    HELP_ARRANGED("Er is hulp afgesproken", "Help was arranged", false),
    CASE_HANDED_OVER("Er wordt een casus aan u overgedragen", "A case is being handed over to you", false),
    HANDOVER_ANSWERED("De overdracht van een casus is beantwoord", "The hand-over of a case was answered", false),
    INVESTIGATION_ASSIGNED("U bent gevraagd om onderzoek te doen", "You were asked to investigate", false),
    SANCTION_IMPOSED("Er is een maatregel opgelegd", "A sanction was imposed", false),
    DISMISSAL_ANNOUNCED("Er is een ontslag meegedeeld", "A dismissal was announced", false),
    IGJ_RESPONSE_RECEIVED("De inspectie heeft gereageerd", "The inspectorate has responded", true),
    OBLIGATION_AROSE("Nieuwe verplichting", "New duty", false),
    DEADLINE_APPROACHED("Een termijn loopt af", "A term is running out", false),
    DEADLINE_MISSED("Een termijn is verstreken", "A term has passed", true),
    CALENDAR_HORIZON_PASSED(
            "De kalender reikt niet tot het einde van een termijn: laat het nieuwe besluit over gelijkgestelde dagen opnemen",
            "The calendar does not reach the end of a term: have the new decree on equated days added",
            false),
    CASE_INSPECTED("Een auditor heeft de inhoud van een casus geopend", "An auditor opened the content of a case", false),
    DELIVERY_FAILED("Een dringend bericht is niet aangekomen", "An urgent message did not arrive", true);

    private final Bilingual title;
    private final boolean urgent;

    NotificationKind(String nl, String en, boolean urgent) {
        this.title = new Bilingual(nl, en);
        this.urgent = urgent;
    }

    public Bilingual title() {
        return title;
    }

    /**
     * Whether who is told may know which case it is about. Of an inspection the board hears, which sees of the MELDCODE no cases: only figures.
     *
     * @param route of the case
     */
    public boolean namesItsCase(Route route) {
        return this != CASE_INSPECTED || route == Route.CARE_RELATION;
    }

    /** Whether it is urgent whatever it is about; others may be, by their duty or term. */
    boolean urgent() {
        return urgent;
    }
}
