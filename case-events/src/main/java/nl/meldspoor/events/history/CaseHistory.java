package nl.meldspoor.events.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.MeldingAcknowledged;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.WaiverGround;

/**
 * One case as its events tell it: an immutable fold over facts. A first event that opens no case, a hole in the sequence, an event of
 * another case or of the other route is a defect and throws {@link IllegalArgumentException}.
 */
public final class CaseHistory {

    private final List<RecordedEvent> events;
    private final List<RecordedEvent> counting;
    private final List<Entry<?>> entries;
    private final Map<EventType, List<Entry<?>>> entriesByType;
    /** Asked once per decision to report, so sorted once; null until it is asked. */
    private volatile NavigableSet<Happened> weighedOrConfirmed;

    private CaseHistory(List<RecordedEvent> events) {
        this.events = Collections.unmodifiableList(events);
        this.counting = thatCount(this.events);
        List<Entry<?>> inOrder = new ArrayList<>(counting.size());
        Map<EventType, List<Entry<?>>> byType = new EnumMap<>(EventType.class);
        for (RecordedEvent event : counting) {
            Entry<?> entry = new Entry<>(event, event.data(), Happened.of(event));
            inOrder.add(entry);
            byType.computeIfAbsent(event.type(), t -> new ArrayList<>()).add(entry);
        }
        byType.replaceAll((type, list) -> Collections.unmodifiableList(list));
        this.entries = Collections.unmodifiableList(inOrder);
        this.entriesByType = byType;
    }

    /** The case after these events, in order. */
    public static CaseHistory of(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("expected the events of a case, but there are none");
        }
        List<RecordedEvent> checked = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            checkFollows(checked, event);
            checked.add(event);
        }
        return new CaseHistory(checked);
    }

    /** The case with one more event. */
    public CaseHistory with(RecordedEvent next) {
        checkFollows(events, next);
        List<RecordedEvent> more = new ArrayList<>(events.size() + 1);
        more.addAll(events);
        more.add(next);
        return new CaseHistory(more);
    }

    /** The case as it was at a version; empty before the first and above the newest. */
    public Optional<CaseHistory> upTo(long version) {
        if (version < 1 || version > version()) {
            return Optional.empty();
        }
        return Optional.of(new CaseHistory(events.subList(0, (int) version)));
    }

    /** The case as it was known at a moment; empty before it was opened. */
    public Optional<CaseHistory> asKnownAt(Instant moment) {
        long known = events.stream().takeWhile(e -> !e.recordedAt().isAfter(moment)).count();
        return upTo(known);
    }

    private static void checkFollows(List<RecordedEvent> before, RecordedEvent next) {
        long expected = before.size() + 1L;
        if (next.sequence() != expected) {
            throw new IllegalArgumentException("expected sequence " + expected + ", but was " + next.sequence());
        }
        boolean opens = next.data() instanceof CaseOpened;
        if (before.isEmpty()) {
            if (!opens) {
                throw new IllegalArgumentException("expected CaseOpened first, but was " + next.type().eventName());
            }
            return;
        }
        if (opens) {
            throw new IllegalArgumentException("expected one CaseOpened, but sequence " + expected + " is another");
        }
        RecordedEvent first = before.getFirst();
        if (!first.caseId().equals(next.caseId())) {
            throw new IllegalArgumentException("expected an event of case " + first.caseId() + ", but was of " + next.caseId());
        }
        Route route = ((CaseOpened) first.data()).route();
        if (!next.type().routes().contains(route)) {
            throw new IllegalArgumentException("expected an event of route " + route + ", but was " + next.type().eventName());
        }
    }

    /** The one place that decides which entries rules and obligations count. Corrections will replace entries here. */
    private static List<RecordedEvent> thatCount(List<RecordedEvent> all) {
        return all;
    }

    // -- the case ------------------------------------------------------------------------------------------------------------------

    public UUID caseId() {
        return events.getFirst().caseId();
    }

    /** Sequence of the newest event. */
    public long version() {
        return events.size();
    }

    public CaseOpened opened() {
        return (CaseOpened) counting.getFirst().data();
    }

    /** When it was opened: opening has no moment of its own. */
    public Instant openedAt() {
        return events.getFirst().recordedAt();
    }

    public Instant changedAt() {
        return events.getLast().recordedAt();
    }

    public Route route() {
        return opened().route();
    }

    /** Everything recorded, in order. */
    public List<RecordedEvent> events() {
        return events;
    }

    /** What rules and obligations count, in order of recording. */
    public List<RecordedEvent> counting() {
        return counting;
    }

    /** The same, with when each happened. */
    public List<Entry<?>> entries() {
        return entries;
    }

    // -- entries, in order of recording --------------------------------------------------------------------------------------------

    @SuppressWarnings("unchecked")
    private <E extends CaseEvent> List<Entry<E>> all(EventType type) {
        return (List<Entry<E>>) (List<?>) entriesByType.getOrDefault(type, List.of());
    }

    public List<Entry<SignalRecorded>> signals() {
        return all(EventType.SIGNAL_RECORDED);
    }

    public List<Entry<ConsultationHeld>> consultations() {
        return all(EventType.CONSULTATION_HELD);
    }

    public List<Entry<ConversationHeld>> conversations() {
        return all(EventType.CONVERSATION_HELD);
    }

    public List<Entry<ConversationWaived>> waivers() {
        return all(EventType.CONVERSATION_WAIVED);
    }

    public List<Entry<AssessmentMade>> assessments() {
        return all(EventType.ASSESSMENT_MADE);
    }

    public List<Entry<DecisionsTaken>> decisions() {
        return all(EventType.DECISIONS_TAKEN);
    }

    public List<Entry<MeldingMade>> meldingen() {
        return all(EventType.MELDING_MADE);
    }

    public List<Entry<MeldingAcknowledged>> acknowledgements() {
        return all(EventType.MELDING_ACKNOWLEDGED);
    }

    public List<Entry<VeiligThuisFeedbackReceived>> feedback() {
        return all(EventType.VEILIG_THUIS_FEEDBACK_RECEIVED);
    }

    public List<Entry<InternalReportMade>> internalReports() {
        return all(EventType.INTERNAL_REPORT_MADE);
    }

    public List<Entry<SafetyMeasureTaken>> safetyMeasures() {
        return all(EventType.SAFETY_MEASURE_TAKEN);
    }

    public List<Entry<AccusedHeard>> hearings() {
        return all(EventType.ACCUSED_HEARD);
    }

    public List<Entry<HearingWaived>> hearingWaivers() {
        return all(EventType.HEARING_WAIVED);
    }

    public List<Entry<JudgementMade>> judgements() {
        return all(EventType.JUDGEMENT_MADE);
    }

    public List<Entry<IGJReportFiled>> igjReports() {
        return all(EventType.IGJ_REPORT_FILED);
    }

    public List<Entry<CaseClosed>> closures() {
        return all(EventType.CASE_CLOSED);
    }

    // -- what rules ask ------------------------------------------------------------------------------------------------------------

    /** Whether the case is closed now. */
    public boolean closed() {
        return !closures().isEmpty();
    }

    /** The assessment that happened last; of two at the same moment the one recorded last. */
    public Optional<Entry<AssessmentMade>> latestAssessment() {
        return latest(assessments(), a -> true);
    }

    /** The assessment that was the latest when this happened. */
    public Optional<Entry<AssessmentMade>> latestAssessmentAt(Happened when) {
        return latest(assessments(), a -> !a.happened().isAfter(when));
    }

    /** When the last assessment or confirming signal happened that was there at this moment. */
    Optional<Happened> lastWeighedOrConfirmedAt(Happened when) {
        NavigableSet<Happened> known = weighedOrConfirmed;
        if (known == null) {
            NavigableSet<Happened> sorted = new TreeSet<>(Happened.LATEST_LAST);
            assessments().forEach(a -> sorted.add(a.happened()));
            signals().stream()
                    .filter(s -> s.data().direction() == Direction.CONFIRMS)
                    .forEach(s -> sorted.add(s.happened()));
            known = sorted;
            weighedOrConfirmed = known;
        }
        return Optional.ofNullable(known.floor(when));
    }

    /** The melding that happened last. */
    public Optional<Entry<MeldingMade>> latestMelding() {
        return latest(meldingen(), m -> true);
    }

    /**
     * A disclosure that no melding followed. A melding at the very moment of the disclosure follows it.
     */
    public Optional<Entry<SignalRecorded>> standingDisclosure() {
        Optional<Entry<MeldingMade>> melding = latestMelding();
        return signals().stream()
                .filter(s -> s.data().disclosure())
                .filter(s -> melding.isEmpty() || melding.get().happened().isBefore(s.happened()))
                .findFirst();
    }

    public Optional<Entry<MeldingMade>> melding(UUID meldingId) {
        return meldingen().stream().filter(m -> Objects.equals(m.data().meldingId(), meldingId)).findFirst();
    }

    /** Whether the record says that the client died: a waiver on that ground, or an internal report that says so. */
    public boolean clientDied() {
        return waivers().stream().anyMatch(w -> w.data().ground() == WaiverGround.CLIENT_DECEASED)
                || internalReports().stream().anyMatch(r -> Boolean.TRUE.equals(r.data().clientDied()));
    }

    /** Whether a crime suspicion stands that the police did not clear. No entry tells of one yet, so none stands. */
    public boolean crimeSuspicionOpen() {
        return false;
    }

    /** Whether a help evaluation found that safety is restored. No entry tells of one yet. */
    public boolean safetyRestoredByHelp() {
        return false;
    }

    /** The entry that happened last of those that fit; ties go to the one recorded last. */
    public static <E extends CaseEvent> Optional<Entry<E>> latest(List<Entry<E>> of, Predicate<Entry<E>> fits) {
        return of.stream()
                .filter(fits)
                .max(Comparator.<Entry<E>, Happened>comparing(Entry::happened, Happened.LATEST_LAST)
                        .thenComparing(Entry::sequence));
    }

    /** The entry that happened first of those that fit; ties go to the one recorded first. */
    public static <E extends CaseEvent> Optional<Entry<E>> earliest(List<Entry<E>> of, Predicate<Entry<E>> fits) {
        return of.stream()
                .filter(fits)
                .min(Comparator.<Entry<E>, Happened>comparing(Entry::happened, Happened.LATEST_LAST)
                        .thenComparing(Entry::sequence));
    }
}
