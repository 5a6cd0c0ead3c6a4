package nl.meldspoor.reporting.web.overview;

import java.time.LocalDate;
import java.util.UUID;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.Obligation;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.CaseWords;
import nl.meldspoor.reporting.web.words.TermWords;
import nl.meldspoor.terms.BilingualText;
import nl.meldspoor.terms.Urgency;

/**
 * An open duty of a case, with what is needed to say it to somebody.
 *
 * @param since Amsterdam day of the entry from which it arose
 * @param kind the term it has, null when it has none
 * @param dueOn null when it has no term
 */
record Duty(
        UUID caseId,
        String route,
        String unit,
        LocalDate openedOn,
        boolean investigatorAssigned,
        Obligation obligation,
        LocalDate since,
        String kind,
        LocalDate startedOn,
        LocalDate dueOn) {

    /**
     * As it stands on a day; null for a duty without a term that is not due at once either. What is due at once never is in time: from
     * the next day on it is overdue.
     */
    Urgency urgency(LocalDate today) {
        if (dueOn != null) {
            return Urgency.on(today, startedOn, dueOn);
        }
        return obligation.atOnce() ? Urgency.RED : null;
    }

    /** What a card says of it. */
    record Card(
            String tone,
            String icon,
            String urgency,
            String what,
            String when,
            String why,
            String mover,
            String href,
            String caseLabel) {}

    Card card(Visit visit, LocalDate today) {
        Urgency urgency = urgency(today);
        var mover = obligation.mover().on(Route.valueOf(route), investigatorAssigned).text();
        return new Card(
                urgency == null ? "plain" : urgency.name().toLowerCase(java.util.Locale.ROOT),
                urgency == null ? "info" : TermWords.icon(urgency),
                visit.t(urgency == null ? new BilingualText("Te doen", "To do") : word(urgency)),
                visit.t(obligation.text().nl(), obligation.text().en()),
                visit.t(when(visit, today)),
                source(),
                visit.t(mover.nl(), mover.en()),
                "/cases/" + caseId,
                visit.t(CaseWords.route(route)) + " · " + unit + " · "
                        + visit.t("geopend ", "opened ") + visit.day(openedOn, today));
    }

    private BilingualText word(Urgency urgency) {
        if (!obligation.atOnce()) {
            return TermWords.urgency(urgency);
        }
        return urgency == Urgency.OVERDUE
                ? new BilingualText("Had direct gemoeten", "Was due at once")
                : new BilingualText("Direct", "At once");
    }

    private BilingualText when(Visit visit, LocalDate today) {
        if (dueOn == null || obligation.atOnce()) {
            return TermWords.since(since, today);
        }
        BilingualText left = TermWords.left(Urgency.workingDaysLeft(today, dueOn));
        return new BilingualText(
                "uiterlijk " + visit.day(dueOn, today) + ", " + left.nl(), "by " + visit.day(dueOn, today) + ", " + left.en());
    }

    /** The source without the number our own shelf gives it. */
    private String source() {
        return obligation.source().replaceAll(" \\(\\d{3}\\)", "");
    }
}
