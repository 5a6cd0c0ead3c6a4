package nl.meldspoor.notifications.routing;

import nl.meldspoor.events.Bilingual;

/** What a notification says. The title names no person and no content: only what happened, for whoever may open the case. */
public enum NotificationKind {
    MELDING_MADE("Er is een melding gedaan bij Veilig Thuis", "A report was made to Veilig Thuis"),
    MELDING_ACKNOWLEDGED("Veilig Thuis heeft de melding ontvangen", "Veilig Thuis has received the report"),
    FEEDBACK_RECEIVED("Veilig Thuis heeft teruggekoppeld over de melding", "Veilig Thuis has given feedback on the report"),
    INTERNAL_REPORT_MADE("Er is een interne melding gedaan", "An internal report was made"),
    IGJ_REPORT_FILED("Er is een melding gedaan bij de toezichthouder", "A report was filed with the supervisory authority");

    private final Bilingual title;

    NotificationKind(String nl, String en) {
        this.title = new Bilingual(nl, en);
    }

    public Bilingual title() {
        return title;
    }
}
