package nl.meldspoor.reporting.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.Term;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.Terms;

/**
 * A case told event by event, as the case-service would publish it: {@code CaseStory.careRelation(refs, "de-linde",
 * "anna").reported("berend", …).judgedViolent(…)}. Hashes link, but are no real hashes of the store.
 */
public final class CaseStory {

    private static final String SOURCE = "urn:nld:kvknr:12345678:systeem:meldspoor";

    private final UUID caseId = UUID.randomUUID();
    private final PersonRefs refs;
    private final String organisation;
    private final String openedBy;
    private final List<PublishedEvent> events = new ArrayList<>();
    /** When events are recorded; null: when they are told. */
    private Instant recordedAt;

    private List<String> deviatedFrom = List.of();

    private CaseStory(PersonRefs refs, String organisation, String openedBy) {
        this.refs = refs;
        this.organisation = organisation;
        this.openedBy = openedBy;
    }

    public static CaseStory careRelation(PersonRefs refs, String organisation, String openedBy, String... excluded) {
        CaseStory story = new CaseStory(refs, organisation, openedBy);
        ObjectNode facts = story.opening("CARE_RELATION");
        if (excluded.length > 0) {
            facts.set("excludedRefs", EventJson.texts(List.of(excluded).stream()
                    .map(user -> refs.person(organisation, user))
                    .toList()));
        }
        return story.then("CaseOpened", Instant.now().minusSeconds(3600), facts);
    }

    public static CaseStory meldcode(PersonRefs refs, String organisation, String openedBy, String unit) {
        CaseStory story = new CaseStory(refs, organisation, openedBy);
        return story.then(
                "CaseOpened",
                Instant.now().minusSeconds(3600),
                story.opening("MELDCODE")
                        .put("unit", unit)
                        .put("framework", "VENVN")
                        .put("profession", "nurse")
                        .put("region", "noord"));
    }

    private ObjectNode opening(String route) {
        return object().put("route", route)
                .put("clientRole", "CARE_RECEIVER")
                .put("unit", "Team Oost")
                .put("sector", "VVT")
                .put("legalFramework", "WLZ");
    }

    /** A case of either route, opened at a moment of the past, in which everything is recorded when {@link #recordedAt} says. */
    public static CaseStory openedAt(Instant moment, String route, PersonRefs refs, String organisation) {
        CaseStory story = new CaseStory(refs, organisation, "anna");
        ObjectNode facts = story.opening(route);
        if (route.equals("MELDCODE")) {
            facts.put("framework", "VENVN").put("profession", "nurse").put("region", "noord");
        }
        return story.recordedAt(moment).then("CaseOpened", moment, facts);
    }

    /** What comes next is recorded at this moment. */
    public CaseStory recordedAt(Instant moment) {
        recordedAt = moment;
        return this;
    }

    /** What comes next deviates from these rules. */
    public CaseStory deviating(String... rules) {
        deviatedFrom = List.of(rules);
        return this;
    }

    /** A signal seen by the one who opened the case. */
    public CaseStory signal() {
        Instant observed = Instant.now().minusSeconds(1800);
        ObjectNode facts = object().put("observedAt", observed.toString())
                .put("perception", "SEEN")
                .put("direction", "CONFIRMS")
                .put("about", "CARE_RECEIVER")
                .put("source", "OWN")
                .put("disclosure", false);
        facts.set("forms", EventJson.texts(List.of("PHYSICAL")));
        return then("SignalRecorded", observed, facts);
    }

    /** An internal report about staff, received by somebody; {@code accused} null: not known who. */
    public CaseStory reported(String receivedBy, String accused, LocalDate discoveredOn) {
        Instant discovered = noon(discoveredOn);
        ObjectNode facts = object().put("reportedAt", discovered.toString())
                .put("discoveredAt", discovered.toString())
                .put("reporterKind", "STAFF")
                .put("anonymous", false)
                .put("receivedByRef", refs.person(organisation, receivedBy))
                .put("accusedKind", accused == null ? "UNKNOWN" : "STAFF")
                .put("clientInformed", true);
        if (accused != null) {
            facts.put("accusedRef", refs.accused(organisation, caseId, accused));
        }
        facts.withArray("terms").add(term(TermKind.IGJ_DETERMINE, discovered));
        return then("InternalReportMade", discovered, facts);
    }

    /** A judgement that it was violence in the care relation: to be reported to IGJ. */
    public CaseStory judgedViolent(LocalDate determinedOn) {
        Instant determined = noon(determinedOn);
        ObjectNode facts = object().put("determinedAt", determined.toString())
                .put("qualification", "VIOLENCE_IN_CARE_RELATION")
                .put("severity", "HIGH")
                .put("recurrenceRisk", "LOW")
                .put("fatal", false)
                .put("betweenClients", false)
                .put("reportable", true);
        facts.withArray("terms").add(term(TermKind.IGJ_REPORT, determined));
        return then("JudgementMade", determined, facts);
    }

    /** A duty of silence that is to end on a day. */
    public CaseStory silenced(LocalDate imposedOn, LocalDate expectedEndOn) {
        ObjectNode facts = object().put("imposedOn", imposedOn.toString())
                .put("on", "TEAM")
                .put("expectedEndOn", expectedEndOn.toString())
                .put("silenceId", UUID.randomUUID().toString());
        facts.withArray("terms")
                .add(object().put("kind", TermKind.SILENCE_END.id())
                        .put("startedOn", imposedOn.toString())
                        .put("dueOn", expectedEndOn.toString())
                        .put("latestOn", expectedEndOn.toString())
                        .put("targetOn", expectedEndOn.toString())
                        .put("calendarVersion", DutchCalendar.current().version()));
        return then("SilenceImposed", noon(imposedOn), facts);
    }

    /** The report to IGJ. */
    public CaseStory reportedToIgj(LocalDate filedOn) {
        Instant filed = noon(filedOn);
        return then(
                "IGJReportFiled",
                filed,
                object().put("filedAt", filed.toString())
                        .put("category", "VIOLENCE")
                        .put("authority", "IGJ")
                        .put("confirmed", false));
    }

    /** An event of any type, also one that nobody knows. */
    public CaseStory then(String type, Instant occurredAt, ObjectNode facts) {
        return then(type, 1, occurredAt, facts);
    }

    /** An event of any type and version. */
    public CaseStory then(String type, int schemaVersion, Instant occurredAt, ObjectNode facts) {
        long sequence = events.size() + 1L;
        String previous = events.isEmpty() ? null : events.getLast().hash();
        UUID id = UUID.randomUUID();
        events.add(new PublishedEvent(
                id,
                SOURCE,
                organisation,
                caseId,
                sequence,
                type,
                schemaVersion,
                occurredAt,
                recordedAt == null ? Instant.now() : recordedAt,
                refs.person(organisation, openedBy),
                null,
                deviatedFrom,
                facts,
                previous,
                sha256(previous + id),
                null));
        deviatedFrom = List.of();
        return this;
    }

    public UUID caseId() {
        return caseId;
    }

    public List<PublishedEvent> events() {
        return List.copyOf(events);
    }

    public PublishedEvent event(int sequence) {
        return events.get(sequence - 1);
    }

    /** The same event with another id: what a second history of the case would say at this place. */
    public static PublishedEvent forked(PublishedEvent event) {
        UUID id = UUID.randomUUID();
        return new PublishedEvent(
                id,
                event.source(),
                event.organisation(),
                event.caseId(),
                event.sequence(),
                event.type(),
                event.schemaVersion(),
                event.occurredAt(),
                event.recordedAt(),
                event.personRef(),
                event.onBehalfOfRef(),
                event.deviatedFrom(),
                event.facts(),
                event.previousHash(),
                sha256("fork" + id),
                event.traceparent());
    }

    private static ObjectNode term(TermKind kind, Instant from) {
        Term term = Terms.compute(kind, from);
        return object().put("kind", kind.id())
                .put("startedOn", term.startedOn().toString())
                .put("dueOn", term.dueOn().toString())
                .put("latestOn", term.latestOn().toString())
                .put("targetOn", term.targetOn().toString())
                .put("calendarVersion", term.calendarVersion());
    }

    private static ObjectNode object() {
        return EventJson.mapper().createObjectNode();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(AmsterdamDay.ZONE).toInstant();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
