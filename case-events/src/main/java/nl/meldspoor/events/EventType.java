package nl.meldspoor.events;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of events: name, path of its entry under {@code /v1/cases/{caseId}/}, record, routes, and the person kind under which
 * {@code note} and {@code deviation} of such an entry are sealed.
 */
public enum EventType {
    CASE_OPENED("CaseOpened", "cases", CaseOpened.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    SIGNAL_RECORDED("SignalRecorded", "signals", SignalRecorded.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    CONSULTATION_HELD("ConsultationHeld", "consultations", ConsultationHeld.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    CONVERSATION_HELD("ConversationHeld", "conversations", ConversationHeld.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    CONVERSATION_WAIVED("ConversationWaived", "conversation-waivers", ConversationWaived.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    EMERGENCY_CALLED("EmergencyCalled", "emergency-calls", EmergencyCalled.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    POLICE_CONTACTED("PoliceContacted", "police-contacts", PoliceContacted.class, PersonKind.ACCUSED, EnumSet.allOf(Route.class)),
    CASE_HANDED_OVER("CaseHandedOver", "handovers", CaseHandedOver.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    HANDOVER_ANSWERED("HandoverAnswered", "handover-answers", HandoverAnswered.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    EVALUATION_HELD("EvaluationHeld", "evaluations", EvaluationHeld.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    IMPROVEMENT_PLANNED("ImprovementPlanned", "improvements", ImprovementPlanned.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    IMPROVEMENT_COMPLETED("ImprovementCompleted", "improvement-completions", ImprovementCompleted.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    CASE_CLOSED("CaseClosed", "closures", CaseClosed.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    CASE_REOPENED("CaseReopened", "reopenings", CaseReopened.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    ENTRY_CORRECTED("EntryCorrected", "corrections", EntryCorrected.class, PersonKind.CLIENT, EnumSet.allOf(Route.class)),
    CHILD_CHECK_DONE("ChildCheckDone", "child-checks", ChildCheckDone.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    CARE_CHECK_DONE("CareCheckDone", "care-checks", CareCheckDone.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    NETWORK_MAPPED("NetworkMapped", "network-maps", NetworkMapped.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    CAPACITY_CHECKED("CapacityChecked", "capacity-checks", CapacityChecked.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    ASSESSMENT_MADE("AssessmentMade", "assessments", AssessmentMade.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    DECISIONS_TAKEN("DecisionsTaken", "decisions", DecisionsTaken.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    MELDING_MADE("MeldingMade", "meldingen", MeldingMade.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    MELDING_ACKNOWLEDGED("MeldingAcknowledged", "acknowledgements", MeldingAcknowledged.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    VEILIG_THUIS_FEEDBACK_RECEIVED("VeiligThuisFeedbackReceived", "feedback", VeiligThuisFeedbackReceived.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    SAFETY_PLAN_MADE("SafetyPlanMade", "safety-plans", SafetyPlanMade.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    HELP_ARRANGED("HelpArranged", "help-plans", HelpArranged.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    HELP_EVALUATED("HelpEvaluated", "help-evaluations", HelpEvaluated.class, PersonKind.CLIENT, EnumSet.of(Route.MELDCODE)),
    INTERNAL_REPORT_MADE("InternalReportMade", "internal-reports", InternalReportMade.class, PersonKind.CLIENT, EnumSet.of(Route.CARE_RELATION)),
    SILENCE_IMPOSED("SilenceImposed", "silence-duties", SilenceImposed.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    SILENCE_LIFTED("SilenceLifted", "silence-liftings", SilenceLifted.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    ACCUSED_ADDRESSED("AccusedAddressed", "addressings", AccusedAddressed.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    CRIME_CHECKED("CrimeChecked", "criminal-suspicions", CrimeChecked.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    SAFETY_MEASURE_TAKEN("SafetyMeasureTaken", "safety-measures", SafetyMeasureTaken.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    ACCUSED_HEARD("AccusedHeard", "hearings", AccusedHeard.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    HEARING_WAIVED("HearingWaived", "hearing-waivers", HearingWaived.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    INVESTIGATOR_ASSIGNED("InvestigatorAssigned", "assignments", InvestigatorAssigned.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    INVESTIGATION_STARTED("InvestigationStarted", "investigations", InvestigationStarted.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    INVESTIGATION_COMPLETED("InvestigationCompleted", "investigation-results", InvestigationCompleted.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    JUDGEMENT_MADE("JudgementMade", "judgements", JudgementMade.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    DISMISSAL_ANNOUNCED("DismissalAnnounced", "dismissals", DismissalAnnounced.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    IGJ_REPORT_FILED("IGJReportFiled", "igj-reports", IGJReportFiled.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    IGJ_RESPONSE_RECEIVED("IGJResponseReceived", "igj-responses", IGJResponseReceived.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    IGJ_SUPPLEMENT_SENT("IGJSupplementSent", "igj-supplements", IGJSupplementSent.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    IGJ_EXTENSION_REQUESTED("IGJExtensionRequested", "igj-extension-requests", IGJExtensionRequested.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    IGJ_INVESTIGATION_REPORT_SENT("IGJInvestigationReportSent", "igj-investigation-reports", IGJInvestigationReportSent.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    SANCTION_IMPOSED("SanctionImposed", "sanctions", SanctionImposed.class, PersonKind.ACCUSED, EnumSet.of(Route.CARE_RELATION)),
    AFTERCARE_ARRANGED("AftercareArranged", "aftercare", AftercareArranged.class, PersonKind.CLIENT, EnumSet.of(Route.CARE_RELATION)),
    SITUATION_COMMUNICATED("SituationCommunicated", "announcements", SituationCommunicated.class, PersonKind.CLIENT, EnumSet.of(Route.CARE_RELATION)),
    CASE_ERASED("CaseErased", "erasure", CaseErased.class, PersonKind.ORGANISATION, EnumSet.allOf(Route.class)),
    PERSON_ERASED("PersonErased", "person-erasures", PersonErased.class, PersonKind.ORGANISATION, EnumSet.of(Route.CARE_RELATION)),
    LEGAL_HOLD_IMPOSED("LegalHoldImposed", "legal-holds", LegalHoldImposed.class, PersonKind.ORGANISATION, EnumSet.allOf(Route.class)),
    LEGAL_HOLD_LIFTED("LegalHoldLifted", "legal-hold-liftings", LegalHoldLifted.class, PersonKind.ORGANISATION, EnumSet.allOf(Route.class)),
    TERMS_RECOMPUTED("TermsRecomputed", "term-recomputations", TermsRecomputed.class, PersonKind.ORGANISATION, EnumSet.allOf(Route.class));

    /** How the organisation keeps the record itself, rather than what happened: erasure and legal hold, both for the board. */
    public static final Set<EventType> KEEPING =
            Collections.unmodifiableSet(EnumSet.of(CASE_ERASED, PERSON_ERASED, LEGAL_HOLD_IMPOSED, LEGAL_HOLD_LIFTED));

    private static final Map<String, EventType> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::eventName, t -> t));
    private static final Map<String, EventType> BY_PATH =
            Stream.of(values()).filter(EventType::isEntry).collect(Collectors.toUnmodifiableMap(EventType::entryPath, t -> t));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::record, t -> t));

    private final String eventName;
    private final String entryPath;
    private final Class<? extends CaseEvent> record;
    private final PersonKind aboutWhom;
    private final Set<Route> routes;

    EventType(
            String eventName, String entryPath, Class<? extends CaseEvent> record, PersonKind aboutWhom, Set<Route> routes) {
        this.eventName = eventName;
        this.entryPath = entryPath;
        this.record = record;
        this.aboutWhom = aboutWhom;
        this.routes = Collections.unmodifiableSet(routes);
    }

    /** Whether people record it; else the service does by itself, and there is no such path. */
    public boolean isEntry() {
        return this != TERMS_RECOMPUTED;
    }

    /** The name in the record, e.g. {@code SignalRecorded}. */
    public String eventName() {
        return eventName;
    }

    /** Path of the entry, e.g. {@code signals}. */
    public String entryPath() {
        return entryPath;
    }

    public Class<? extends CaseEvent> record() {
        return record;
    }

    /** Under whose key note and deviation are sealed. */
    public PersonKind aboutWhom() {
        return aboutWhom;
    }

    public Set<Route> routes() {
        return routes;
    }

    /** Newest schema version, the one that is written; how older ones read is with {@link Upcasters}. */
    public int schemaVersion() {
        return Upcasters.newest(this);
    }

    /** The CloudEvents type of a version, e.g. {@code nl.meldspoor.cases.signal-recorded.v1}. */
    public String cloudEventType(int version) {
        return "nl.meldspoor.cases." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v" + version;
    }

    public static Optional<EventType> byName(String eventName) {
        return Optional.ofNullable(BY_NAME.get(eventName));
    }

    public static Optional<EventType> byPath(String entryPath) {
        return Optional.ofNullable(BY_PATH.get(entryPath));
    }

    public static EventType of(CaseEvent event) {
        return BY_RECORD.get(event.getClass());
    }
}
