package nl.meldspoor.notifications.routing;

import nl.meldspoor.events.Bilingual;

/** What a notification says. The title names no person and no content: only what happened, for whoever may open the case. */
public enum NotificationKind {
    MELDING_MADE("Er is een melding gedaan bij Veilig Thuis", "A report was made to Veilig Thuis"),
    MELDING_ACKNOWLEDGED("Veilig Thuis heeft de melding ontvangen", "Veilig Thuis has received the report"),
    FEEDBACK_RECEIVED("Veilig Thuis heeft teruggekoppeld over de melding", "Veilig Thuis has given feedback on the report"),
    INTERNAL_REPORT_MADE("Er is een interne melding gedaan", "An internal report was made"),
    IGJ_REPORT_FILED("Er is een melding gedaan bij de toezichthouder", "A report was filed with the supervisory authority"),
    HELP_ARRANGED("Er is hulp afgesproken", "Help was arranged"),
    CASE_HANDED_OVER("Er wordt een casus aan u overgedragen", "A case is being handed over to you"),
    HANDOVER_ANSWERED("De overdracht van een casus is beantwoord", "The hand-over of a case was answered"),
    INVESTIGATION_ASSIGNED("U bent gevraagd om onderzoek te doen", "You were asked to investigate"),
    SANCTION_IMPOSED("Er is een maatregel opgelegd", "A sanction was imposed"),
    DISMISSAL_ANNOUNCED("Er is een ontslag meegedeeld", "A dismissal was announced"),
    IGJ_RESPONSE_RECEIVED("De inspectie heeft gereageerd", "The inspectorate has responded");

    private final Bilingual title;

    NotificationKind(String nl, String en) {
        this.title = new Bilingual(nl, en);
    }

    public Bilingual title() {
        return title;
    }
}
