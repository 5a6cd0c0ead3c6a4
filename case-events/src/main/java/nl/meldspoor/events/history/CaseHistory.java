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
import nl.meldspoor.events.AccusedAddressed;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.AftercareArranged;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.CapacityChecked;
import nl.meldspoor.events.CareCheckDone;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.CaseReopened;
import nl.meldspoor.events.ChildCheckDone;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.CrimeChecked;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.DismissalAnnounced;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EvaluationHeld;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.HelpArranged;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.IGJExtensionRequested;
import nl.meldspoor.events.IGJInvestigationReportSent;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.IGJResponseReceived;
import nl.meldspoor.events.IGJSupplementSent;
import nl.meldspoor.events.ImprovementCompleted;
import nl.meldspoor.events.ImprovementPlanned;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.InvestigationCompleted;
import nl.meldspoor.events.InvestigationStarted;
import nl.meldspoor.events.InvestigatorAssigned;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.LegalHoldImposed;
import nl.meldspoor.events.LegalHoldLifted;
import nl.meldspoor.events.MeldingAcknowledged;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.NetworkMapped;
import nl.meldspoor.events.PersonErased;
import nl.meldspoor.events.PoliceContactKind;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SafetyPlanMade;
import nl.meldspoor.events.SanctionImposed;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SilenceImposed;
import nl.meldspoor.events.SilenceLifted;
import nl.meldspoor.events.SituationCommunicated;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;

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
    /** Asked by rules, guidance, steps, deadlines and the head alike; null until it is asked. */
    private volatile List<OpenOrMet> obligations;

    private CaseHistory(List<RecordedEvent> events) {
        this(events, Corrections.thatCount(events));
    }

    private CaseHistory(List<RecordedEvent> events, List<RecordedEvent> counting) {
        this.events = Collections.unmodifiableList(events);
        this.counting = Collections.unmodifiableList(counting);
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
        return with(List.of(next));
    }

    /** The case with more events, in order. */
    public CaseHistory with(List<RecordedEvent> next) {
        List<RecordedEvent> more = new ArrayList<>(events.size() + next.size());
        more.addAll(events);
        for (RecordedEvent event : next) {
            checkFollows(more, event);
            more.add(event);
        }
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

    /** The case as if this entry counted for nothing: what a replacement of it is decided against. Never the opening. */
    public CaseHistory withoutCounting(long sequence) {
        if (sequence <= 1) {
            throw new IllegalArgumentException("expected an entry after the opening, but was " + sequence);
        }
        return new CaseHistory(events, counting.stream().filter(e -> e.sequence() != sequence).toList());
    }

    /** Every obligation that arose, as it stands; derived once ({@link Obligations#of}). */
    List<OpenOrMet> obligations() {
        List<OpenOrMet> known = obligations;
        if (known == null) {
            known = Obligations.derive(this);
            obligations = known;
        }
        return known;
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

    public List<Entry<PoliceContacted>> policeContacts() {
        return all(EventType.POLICE_CONTACTED);
    }

    public List<Entry<CaseHandedOver>> handovers() {
        return all(EventType.CASE_HANDED_OVER);
    }

    public List<Entry<HandoverAnswered>> handoverAnswers() {
        return all(EventType.HANDOVER_ANSWERED);
    }

    public List<Entry<ImprovementPlanned>> improvements() {
        return all(EventType.IMPROVEMENT_PLANNED);
    }

    public List<Entry<ImprovementCompleted>> improvementCompletions() {
        return all(EventType.IMPROVEMENT_COMPLETED);
    }

    public List<Entry<CaseReopened>> reopenings() {
        return all(EventType.CASE_REOPENED);
    }

    public List<Entry<EvaluationHeld>> evaluations() {
        return all(EventType.EVALUATION_HELD);
    }

    public List<Entry<ChildCheckDone>> childChecks() {
        return all(EventType.CHILD_CHECK_DONE);
    }

    public List<Entry<CareCheckDone>> careChecks() {
        return all(EventType.CARE_CHECK_DONE);
    }

    public List<Entry<NetworkMapped>> networkMaps() {
        return all(EventType.NETWORK_MAPPED);
    }

    public List<Entry<CapacityChecked>> capacityChecks() {
        return all(EventType.CAPACITY_CHECKED);
    }

    public List<Entry<SafetyPlanMade>> safetyPlans() {
        return all(EventType.SAFETY_PLAN_MADE);
    }

    public List<Entry<HelpArranged>> helpPlans() {
        return all(EventType.HELP_ARRANGED);
    }

    public List<Entry<HelpEvaluated>> helpEvaluations() {
        return all(EventType.HELP_EVALUATED);
    }

    public List<Entry<SilenceImposed>> silences() {
        return all(EventType.SILENCE_IMPOSED);
    }

    public List<Entry<SilenceLifted>> silenceLiftings() {
        return all(EventType.SILENCE_LIFTED);
    }

    public List<Entry<AccusedAddressed>> addressings() {
        return all(EventType.ACCUSED_ADDRESSED);
    }

    public List<Entry<CrimeChecked>> crimeChecks() {
        return all(EventType.CRIME_CHECKED);
    }

    public List<Entry<InvestigatorAssigned>> assignments() {
        return all(EventType.INVESTIGATOR_ASSIGNED);
    }

    public List<Entry<InvestigationStarted>> investigations() {
        return all(EventType.INVESTIGATION_STARTED);
    }

    public List<Entry<InvestigationCompleted>> investigationResults() {
        return all(EventType.INVESTIGATION_COMPLETED);
    }

    public List<Entry<DismissalAnnounced>> dismissals() {
        return all(EventType.DISMISSAL_ANNOUNCED);
    }

    public List<Entry<IGJResponseReceived>> igjResponses() {
        return all(EventType.IGJ_RESPONSE_RECEIVED);
    }

    public List<Entry<IGJSupplementSent>> igjSupplements() {
        return all(EventType.IGJ_SUPPLEMENT_SENT);
    }

    public List<Entry<IGJExtensionRequested>> igjExtensionRequests() {
        return all(EventType.IGJ_EXTENSION_REQUESTED);
    }

    public List<Entry<IGJInvestigationReportSent>> igjInvestigationReports() {
        return all(EventType.IGJ_INVESTIGATION_REPORT_SENT);
    }

    public List<Entry<SanctionImposed>> sanctions() {
        return all(EventType.SANCTION_IMPOSED);
    }

    public List<Entry<AftercareArranged>> aftercare() {
        return all(EventType.AFTERCARE_ARRANGED);
    }

    public List<Entry<SituationCommunicated>> announcements() {
        return all(EventType.SITUATION_COMMUNICATED);
    }

    public List<Entry<EntryCorrected>> corrections() {
        return all(EventType.ENTRY_CORRECTED);
    }

    public List<Entry<PersonErased>> personErasures() {
        return all(EventType.PERSON_ERASED);
    }

    public List<Entry<LegalHoldImposed>> legalHolds() {
        return all(EventType.LEGAL_HOLD_IMPOSED);
    }

    public List<Entry<LegalHoldLifted>> legalHoldLiftings() {
        return all(EventType.LEGAL_HOLD_LIFTED);
    }

    // -- what rules ask ------------------------------------------------------------------------------------------------------------

    /** Whether the case is closed now: what was recorded last decides. A request of the inspectorate reopens a case by itself. */
    public boolean closed() {
        if (erased()) {
            return true;
        }
        if (closures().isEmpty()) {
            return false;
        }
        long closed = closures().getLast().sequence();
        return reopenings().stream().noneMatch(r -> r.sequence() > closed)
                && igjResponses().stream().noneMatch(r -> r.sequence() > closed && isARequest(r.data()));
    }

    /** Whether the content was erased: nothing comes after that, and no duty is left that anybody could meet. */
    public boolean erased() {
        return entriesByType.containsKey(EventType.CASE_ERASED);
    }

    /** The legal holds that were not lifted. */
    public List<Entry<LegalHoldImposed>> standingHolds() {
        return legalHolds().stream()
                .filter(hold -> legalHoldLiftings().stream().noneMatch(l -> Objects.equals(l.data().holdId(), hold.data().holdId())))
                .toList();
    }

    private static boolean isARequest(IGJResponseReceived response) {
        return response.kind() == IGJResponseKind.SUPPLEMENT_REQUESTED
                || response.kind() == IGJResponseKind.INVESTIGATION_REQUESTED;
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

    /** Whether the record says that the client died: a waiver on that ground, an internal report or a judgement that says so. */
    public boolean clientDied() {
        return waivers().stream().anyMatch(w -> w.data().ground() == WaiverGround.CLIENT_DECEASED)
                || internalReports().stream().anyMatch(r -> Boolean.TRUE.equals(r.data().clientDied()))
                || judgements().stream().anyMatch(j -> j.data().fatal());
    }

    /** An event as it was recorded, corrected or not; empty when there is none of that sequence. */
    public Optional<RecordedEvent> recorded(long sequence) {
        return sequence < 1 || sequence > version() ? Optional.empty() : Optional.of(events.get((int) sequence - 1));
    }

    /** The entry that counts at this place; empty when there is none or it was taken back. */
    public Optional<Entry<?>> entry(long sequence) {
        return entries.stream().filter(e -> e.sequence() == sequence).findFirst();
    }

    /** Whether a crime suspicion stands that the police did not withdraw. */
    public boolean crimeSuspicionOpen() {
        return crimeChecks().stream().anyMatch(c -> suspects(c.data()) && !clearedSince(c, p -> false, null));
    }

    /** Whether one stood when this happened that the police had neither withdrawn nor cleared for this. */
    public boolean policeComesFirst(Happened when, Predicate<PoliceContacted> clears) {
        return crimeChecks().stream()
                .anyMatch(c -> suspects(c.data()) && !c.happened().isAfter(when) && !clearedSince(c, clears, when));
    }

    private static boolean suspects(CrimeChecked check) {
        return check.suspected() != Answer.NO;
    }

    private boolean clearedSince(Entry<CrimeChecked> suspicion, Predicate<PoliceContacted> clears, Happened until) {
        return policeContacts().stream()
                .filter(p -> !p.happened().isBefore(suspicion.happened()))
                .filter(p -> until == null || !p.happened().isAfter(until))
                .anyMatch(p -> p.data().suspicionWithdrawn() || clears.test(p.data()));
    }

    /** Whether charges are on record: violence between clients is then serious. */
    public boolean chargesFiled() {
        return policeContacts().stream().anyMatch(p -> p.data().kind() == PoliceContactKind.CHARGES_FILED);
    }

    /** Whether a help evaluation found that safety is restored. */
    public boolean safetyRestoredByHelp() {
        return helpEvaluations().stream().anyMatch(e -> e.data().safetyRestored() == YesNoPartly.YES);
    }

    /** Whether one had found so when this happened. */
    public boolean safetyRestoredByHelpAt(Happened when) {
        return helpEvaluations().stream()
                .anyMatch(e -> e.data().safetyRestored() == YesNoPartly.YES && !e.happened().isAfter(when));
    }

    public Optional<Entry<HelpArranged>> helpPlan(UUID helpId) {
        return helpPlans().stream().filter(h -> Objects.equals(h.data().helpId(), helpId)).findFirst();
    }

    public Optional<Entry<SilenceImposed>> silence(UUID silenceId) {
        return silences().stream().filter(s -> Objects.equals(s.data().silenceId(), silenceId)).findFirst();
    }

    public Optional<Entry<ImprovementPlanned>> improvement(UUID improvementId) {
        return improvements().stream().filter(i -> Objects.equals(i.data().improvementId(), improvementId)).findFirst();
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
