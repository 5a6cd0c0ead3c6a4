package nl.meldspoor.reporting.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import nl.meldspoor.events.NameBasedId;
import nl.meldspoor.terms.TermState;

/**
 * Deadlines as an iCalendar (RFC 5545, 7986): a whole day each, free time, with the term, the duty and the id of the case. Nothing in it
 * says whom it is about.
 */
final class DeadlineCalendar {

    private static final Duration REFRESH = Duration.ofHours(1);

    private DeadlineCalendar() {}

    static String of(List<StoredDeadline> deadlines, LocalDate today, Instant now, Locale reader) {
        return new Calendar(
                        new PropertyList(List.of(
                                new ProdId("-//Meldspoor//Deadlines//NL"),
                                ImmutableVersion.VERSION_2_0,
                                ImmutableCalScale.GREGORIAN,
                                ImmutableMethod.PUBLISH,
                                new XProperty("X-WR-CALNAME", english(reader) ? "Meldspoor deadlines" : "Meldspoor-termijnen"),
                                new RefreshInterval(new ParameterList(), REFRESH),
                                new XProperty("X-PUBLISHED-TTL", REFRESH.toString()))),
                        new ComponentList<>(deadlines.stream()
                                .map(d -> event(d.caseId(), d.since(), d.on(today, reader), now, reader))
                                .toList()))
                .toString();
    }

    private static VEvent event(UUID caseId, long since, DeadlineItem deadline, Instant now, Locale reader) {
        String over = deadline.state() == TermState.MISSED ? english(reader) ? "OVERDUE: " : "TE LAAT: " : "";
        List<Property> properties = List.of(
                new Uid(uid(caseId, since, deadline)),
                new DtStamp(now),
                new DtStart<>(deadline.dueOn()),
                new Summary(over + title(deadline)),
                new Description(String.join(
                        "\n",
                        (english(reader) ? "Case " : "Zaak ") + caseId,
                        deadline.basis(),
                        String.join("\n", deadline.explanation()))),
                ImmutableTransp.TRANSPARENT);
        return new VEvent(new PropertyList(properties));
    }

    private static String title(DeadlineItem deadline) {
        return deadline.kind().equals(deadline.obligation())
                ? deadline.kind()
                : deadline.kind() + " (" + deadline.obligation() + ")";
    }

    /** The same while the deadline is the same, also when its date moves: calendars then move it, too. */
    private static String uid(UUID caseId, long since, DeadlineItem deadline) {
        return NameBasedId.of(caseId, deadline.obligation() + "|" + deadline.kind() + "|" + since) + "@meldspoor";
    }

    private static boolean english(Locale reader) {
        return Locale.ENGLISH.getLanguage().equals(reader.getLanguage());
    }
}
