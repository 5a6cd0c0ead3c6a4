package nl.meldspoor.notifications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.Framework;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.IGJAuthority;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Level;
import nl.meldspoor.events.MeldingAcknowledged;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.ReporterKind;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Sector;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.deadlines.PublishedDeadline;
import nl.meldspoor.events.deadlines.Rung;
import nl.meldspoor.events.inspections.PublishedInspection;

/** A case as the relay puts it on the topic: each method adds the next event. People are given by user name. */
public final class CaseOnTopic {

    public static final byte[] PERSON_KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    static final byte[] CONTACT_KEY = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
    public static final PersonRefs REFS = new PersonRefs(PERSON_KEY);
    public static final String UNIT = "Team Oost";
    private static final String SOURCE = "urn:nld:kvknr:12345678:systeem:meldspoor";

    private final String organisation;
    private final UUID id = UUID.randomUUID();
    private final List<PublishedEvent> events = new ArrayList<>();

    public CaseOnTopic(String organisation) {
        this.organisation = organisation;
    }

    public UUID id() {
        return id;
    }

    public List<PublishedEvent> events() {
        return List.copyOf(events);
    }

    public PublishedEvent event(int sequence) {
        return events.get(sequence - 1);
    }

    public CaseOnTopic openedMeldcode(String by, String... excluded) {
        List<String> excludedRefs = List.of(excluded).stream().map(this::ref).toList();
        return add(by, new CaseOpened(Route.MELDCODE, null, ClientRole.CARE_RECEIVER, Framework.VENVN, "nurse", UNIT,
                Sector.VVT, LegalFramework.WLZ, "noord", null, excludedRefs, null, null));
    }

    public CaseOnTopic openedCareRelation(String by, String... excluded) {
        List<String> excludedRefs = List.of(excluded).stream().map(this::ref).toList();
        return add(by, new CaseOpened(Route.CARE_RELATION, null, ClientRole.CARE_RECEIVER, null, null, UNIT, Sector.VVT,
                LegalFramework.WLZ, null, null, excludedRefs, null, null));
    }

    public CaseOnTopic signal(String by) {
        return add(by, EventJson.read(EventType.SIGNAL_RECORDED, EventJson.object("""
                {"observedAt":"2026-11-20T10:00:00Z","perception":"SEEN","direction":"CONFIRMS","forms":["PHYSICAL"],
                 "about":"CARE_RECEIVER","source":"OWN","disclosure":false}""")));
    }

    public CaseOnTopic melding(String by, String region, MeldingChannel channel) {
        return add(by, new MeldingMade(Instant.EPOCH, region, channel, null, null, null, null, null, null, true, null, null,
                null, null, null, null, false, null, UUID.randomUUID(), null));
    }

    public CaseOnTopic acknowledged(String by, TermFact... terms) {
        return add(by, new MeldingAcknowledged(meldingId(), Instant.EPOCH, null, null, terms.length == 0 ? null : List.of(terms)));
    }

    public CaseOnTopic feedback(String by) {
        return add(by, new VeiligThuisFeedbackReceived(meldingId(), Instant.EPOCH, FeedbackKind.TAKEN_UP, null, null, null));
    }

    /** @param accused user name, or null while he is not linked */
    public CaseOnTopic internalReport(String by, AccusedKind kind, String accused, TermFact... terms) {
        String accusedRef = accused == null ? null : REFS.accused(organisation, id, accused);
        return add(by, new InternalReportMade(Instant.EPOCH, Instant.EPOCH, ReporterKind.STAFF, false, null, null, null, kind,
                null, null, true, null, null, null, null, null, null, accusedRef, List.of(terms)));
    }

    public CaseOnTopic judgedViolent(String by) {
        return add(by, new JudgementMade(Instant.EPOCH, Qualification.VIOLENCE_IN_CARE_RELATION, Level.HIGH, Level.LOW, false, false, null,
                null, null, true, null, List.of()));
    }

    public CaseOnTopic noAccused(String by) {
        return add(by, new HearingWaived(LocalDate.EPOCH, HearingWaiverGround.NO_ACCUSED, null));
    }

    public CaseOnTopic igjReport(String by) {
        return add(by, new IGJReportFiled(Instant.EPOCH, IGJCategory.VIOLENCE, IGJAuthority.IGJ, null, null, null, null, null,
                null, null, null, null, true));
    }

    /** A rung of a term of this case, as the tracker says it. */
    public PublishedDeadline deadline(String obligation, String kind, Rung rung) {
        return new PublishedDeadline(UUID.randomUUID(), SOURCE, 1, Instant.now(), organisation, id, obligation, kind,
                LocalDate.parse("2026-03-11"), rung, 2);
    }

    /** That somebody opened the content of this case, as the case-service says it. */
    public PublishedInspection inspected(String auditor) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new PublishedInspection(UUID.randomUUID(), SOURCE, organisation, id, Route.valueOf(event(1).facts().path("route").asText()),
                ref(auditor), now, now.plus(8, ChronoUnit.HOURS));
    }

    /** The id of the first melding. */
    public UUID meldingId() {
        return events.stream()
                .map(e -> e.facts().path("meldingId").asText(null))
                .filter(java.util.Objects::nonNull)
                .map(UUID::fromString)
                .findFirst()
                .orElseThrow();
    }

    public String ref(String userName) {
        return REFS.person(organisation, userName);
    }

    private CaseOnTopic add(String by, CaseEvent data) {
        return add(by, EventType.of(data).eventName(), EventType.of(data).schemaVersion(), EventJson.facts(data));
    }

    /** An event of a type that is perhaps not known yet. */
    public CaseOnTopic add(String by, String type, ObjectNode facts) {
        return add(by, type, 1, facts);
    }

    /** An event of a version that is older or perhaps not known yet. */
    public CaseOnTopic add(String by, String type, int version, ObjectNode facts) {
        String previousHash = events.isEmpty() ? null : events.getLast().hash();
        UUID eventId = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        events.add(new PublishedEvent(eventId, SOURCE, organisation, id, events.size() + 1L, type, version, now, now, ref(by), null,
                List.of(), facts, previousHash, hash(previousHash + eventId), null));
        return this;
    }

    /** The same sequence as that event, but another event: what a fork looks like. */
    public static PublishedEvent rivalOf(PublishedEvent event) {
        UUID other = UUID.randomUUID();
        return new PublishedEvent(other, event.source(), event.organisation(), event.caseId(), event.sequence(), event.type(),
                event.schemaVersion(), event.occurredAt(), event.recordedAt(), event.personRef(), null, List.of(), event.facts(),
                event.previousHash(), hash(other.toString()), null);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
