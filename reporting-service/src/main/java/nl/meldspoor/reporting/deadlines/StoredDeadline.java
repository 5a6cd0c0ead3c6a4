package nl.meldspoor.reporting.deadlines;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.events.history.Obligation;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.terms.Application;
import nl.meldspoor.terms.BilingualText;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.Term;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.TermState;
import nl.meldspoor.terms.Terms;
import nl.meldspoor.terms.Urgency;

/**
 * A deadline as the projection keeps it: the dates of the event, and when it was met.
 *
 * @param ordinal its place among the deadlines of the case
 * @param kind the term, or a duty that has none: then {@code calendarVersion} is empty
 * @param halfOn the first day on which half the term or less is left
 * @param since sequence of the event it comes from: with case, obligation and kind it names this deadline for ever
 * @param byAnalogy whether the term holds for the case by analogy only (Wmo)
 * @param metOn null while it is not met
 */
public record StoredDeadline(
        UUID caseId,
        int ordinal,
        String kind,
        String obligation,
        long since,
        LocalDate startedOn,
        LocalDate halfOn,
        LocalDate dueOn,
        LocalDate latestOn,
        LocalDate targetOn,
        String calendarVersion,
        LocalDate metOn,
        boolean byAnalogy) {

    /** The columns {@link #of} reads, of {@code deadline d}. */
    public static final String COLUMNS =
            """
            d.case_id, d.ordinal, d.kind, d.obligation, d.since, d.started_on, d.half_on, d.due_on, d.latest_on, d.target_on,
            d.calendar_version, d.met_on, d.by_analogy
            """;

    public static StoredDeadline of(Row row) {
        return new StoredDeadline(
                row.getUUID("case_id"),
                row.getInteger("ordinal"),
                row.getString("kind"),
                row.getString("obligation"),
                row.getLong("since"),
                row.getLocalDate("started_on"),
                row.getLocalDate("half_on"),
                row.getLocalDate("due_on"),
                row.getLocalDate("latest_on"),
                row.getLocalDate("target_on"),
                row.getString("calendar_version"),
                row.getLocalDate("met_on"),
                row.getBoolean("by_analogy"));
    }

    /** As it stands on {@code today}, told in the reader's language. */
    public DeadlineItem on(LocalDate today, Locale reader) {
        boolean met = metOn != null;
        return new DeadlineItem(
                caseId,
                kind,
                startedOn,
                dueOn,
                latestOn,
                targetOn,
                TermState.on(today, dueOn, metOn),
                met ? null : Urgency.on(today, startedOn, dueOn),
                met ? null : Urgency.workingDaysLeft(today, dueOn),
                metOn,
                basis(reader),
                explanation(reader),
                obligation,
                DeadlineItem.Links.of(caseId));
    }

    private String basis(Locale reader) {
        return TermKind.ofId(kind)
                .map(k -> k.basis(application()).in(reader))
                .or(() -> Obligations.byId(kind).map(Obligation::source))
                .orElse(kind);
    }

    /** The count once more, on the calendar the event names. */
    private List<String> explanation(Locale reader) {
        Optional<Obligation> duty = Obligations.byId(kind);
        if (duty.isPresent()) {
            return ofDuty(duty.get()).stream().map(line -> line.in(reader)).toList();
        }
        Optional<DutchCalendar> calendar = DutchCalendar.ofVersion(calendarVersion);
        Optional<TermKind> termKind = TermKind.ofId(kind);
        if (calendar.isEmpty() || termKind.isEmpty() || !Terms.canStartOn(startedOn)) {
            return List.of(asRecorded().in(reader));
        }
        return explained(termKind.get(), calendar.get()).explanation().stream().map(line -> line.in(reader)).toList();
    }

    /** What was not counted somebody named: the organisation itself, or IGJ in place of the counted day, which stays to be seen. */
    private Term explained(TermKind termKind, DutchCalendar on) {
        if (termKind.isComputed()) {
            Term counted = Terms.compute(termKind, startedOn, application(), on);
            if (counted.dueOn().equals(dueOn)) {
                return counted;
            }
        }
        return Terms.named(termKind, startedOn, dueOn, application(), on);
    }

    private List<BilingualText> ofDuty(Obligation duty) {
        return List.of(
                new BilingualText(duty.text().nl(), duty.text().en()),
                new BilingualText(
                        "Deze plicht ontstond op " + startedOn + " en geldt direct: dezelfde dag nog. Niets verschuift dat.",
                        "This duty arose on " + startedOn + " and holds at once: on that very day. Nothing moves it."));
    }

    private BilingualText asRecorded() {
        return new BilingualText(
                "Zoals vastgelegd: uiterlijk " + dueOn + ", berekend met kalender " + calendarVersion + ".",
                "As recorded: due on " + dueOn + ", computed with calendar " + calendarVersion + ".");
    }

    private Application application() {
        return byAnalogy ? Application.BY_ANALOGY : Application.DIRECT;
    }
}
