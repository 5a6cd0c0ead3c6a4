package nl.meldspoor.notifications.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.meldspoor.events.AccusedAddressed;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.AftercareArranged;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.CapacityChecked;
import nl.meldspoor.events.CareCheckDone;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseErased;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.CaseReopened;
import nl.meldspoor.events.ChildCheckDone;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.CrimeChecked;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.DismissalAnnounced;
import nl.meldspoor.events.EmergencyCalled;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EvaluationHeld;
import nl.meldspoor.events.HandoverAnswer;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.HelpArranged;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.IGJExtensionRequested;
import nl.meldspoor.events.IGJInvestigationReportSent;
import nl.meldspoor.events.IGJReportFiled;
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
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.NetworkMapped;
import nl.meldspoor.events.PersonErased;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SafetyPlanMade;
import nl.meldspoor.events.SanctionImposed;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SilenceImposed;
import nl.meldspoor.events.SilenceLifted;
import nl.meldspoor.events.SituationCommunicated;
import nl.meldspoor.events.TermsRecomputed;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.history.OpenOrMet;

/**
 * Who must know of an event, and of what kind the notification is. Never: who is excluded from the case; while the accused is unlinked,
 * anybody but report-team and board; who caused the event himself, unless a duty of his own arose. Whether a reader is the accused can only be seen when somebody reads,
 * since the accused's keyed hash is bound to the case: the inbox checks it.
 *
 * <p>Source: domain.md 2 (who may see), 5 last line (supervisor and attention officer are told of every melding: 004 step 5).
 */
public final class Routing {

    private Routing() {}

    /**
     * @param facts what is known of the case with this event in it
     * @param arisen the duties that arose from it
     */
    public static List<Notification> of(RecordedEvent event, RouteFacts facts, List<OpenOrMet> arisen) {
        Told told = new Told(event, facts);
        switch (event.data()) {
            case MeldingMade melding -> told.meldingMade(melding);
            case MeldingAcknowledged acknowledged -> told.reporters(NotificationKind.MELDING_ACKNOWLEDGED, acknowledged.meldingId());
            case VeiligThuisFeedbackReceived feedback -> told.reporters(NotificationKind.FEEDBACK_RECEIVED, feedback.meldingId());
            case InternalReportMade report -> told.holders(NotificationKind.INTERNAL_REPORT_MADE, Audience.REPORT_TEAM);
            case IGJReportFiled report -> told.holders(NotificationKind.IGJ_REPORT_FILED, Audience.REPORT_TEAM, Audience.BOARD);
            case HelpArranged help -> told.helpArranged();
            case CaseHandedOver handover -> told.person(NotificationKind.CASE_HANDED_OVER, handover.toRef());
            case HandoverAnswered answer -> told.handoverAnswered(answer);
            case InvestigatorAssigned assigned -> told.person(NotificationKind.INVESTIGATION_ASSIGNED, assigned.userRef());
            case SanctionImposed sanction -> told.holders(NotificationKind.SANCTION_IMPOSED, Audience.BOARD);
            case DismissalAnnounced dismissal -> told.holders(NotificationKind.DISMISSAL_ANNOUNCED, Audience.REPORT_TEAM, Audience.BOARD);
            case IGJResponseReceived response -> told.holders(NotificationKind.IGJ_RESPONSE_RECEIVED, Audience.REPORT_TEAM, Audience.BOARD);
            // No recipient is named for these by the sources.
            case CaseOpened e -> {}
            case SignalRecorded e -> {}
            case ConsultationHeld e -> {}
            case ConversationHeld e -> {}
            case ConversationWaived e -> {}
            case AssessmentMade e -> {}
            case DecisionsTaken e -> {}
            case SafetyMeasureTaken e -> {}
            case AccusedHeard e -> {}
            case HearingWaived e -> {}
            case JudgementMade e -> {}
            case CaseClosed e -> {}
            case EmergencyCalled e -> {}
            case PoliceContacted e -> {}
            case EvaluationHeld e -> {}
            case ImprovementPlanned e -> {}
            case ImprovementCompleted e -> {}
            case CaseReopened e -> {}
            case EntryCorrected e -> {}
            case ChildCheckDone e -> {}
            case CareCheckDone e -> {}
            case NetworkMapped e -> {}
            case CapacityChecked e -> {}
            case SafetyPlanMade e -> {}
            case HelpEvaluated e -> {}
            case SilenceImposed e -> {}
            case SilenceLifted e -> {}
            case AccusedAddressed e -> {}
            case CrimeChecked e -> {}
            case InvestigationStarted e -> {}
            case InvestigationCompleted e -> {}
            case IGJSupplementSent e -> {}
            case IGJExtensionRequested e -> {}
            case IGJInvestigationReportSent e -> {}
            case AftercareArranged e -> {}
            case SituationCommunicated e -> {}
            case CaseErased e -> {}
            case PersonErased e -> {}
            case LegalHoldImposed e -> {}
            case LegalHoldLifted e -> {}
            case TermsRecomputed e -> {}
        }
        told.owners(arisen);
        return told.notifications();
    }

    /** Collects the recipients of one event and drops those who must not know. */
    private record Told(RecordedEvent event, RouteFacts facts, List<Notification> list) {

        Told(RecordedEvent event, RouteFacts facts) {
            this(event, facts, new ArrayList<>());
        }

        List<Notification> notifications() {
            return List.copyOf(list);
        }

        void meldingMade(MeldingMade melding) {
            Consumer<Recipient> tell = to -> add(NotificationKind.MELDING_MADE, to, melding.meldingId());
            if (melding.channel() == MeldingChannel.MELDSPOOR) {
                tell.accept(new Recipient.Region(melding.region()));
            }
            tell.accept(new Recipient.RoleHoldersOfUnit(
                    facts.organisation(), Audience.SUPERVISOR.role(), facts.reach().unit()));
            tell.accept(Audience.ATTENTION_OFFICER.in(facts.organisation()));
        }

        /** As of a melding: supervisor and attention officer are told (004 step 5). */
        void helpArranged() {
            add(
                    NotificationKind.HELP_ARRANGED,
                    new Recipient.RoleHoldersOfUnit(
                            facts.organisation(), Audience.SUPERVISOR.role(), facts.reach().unit()),
                    null);
            holders(NotificationKind.HELP_ARRANGED, Audience.ATTENTION_OFFICER);
        }

        /** The giver hears the answer; of a withdrawal the person who was asked hears. */
        void handoverAnswered(HandoverAnswered answer) {
            RouteFacts.Offer offer = facts.offers().get(answer.handoverId());
            if (offer != null) {
                person(
                        NotificationKind.HANDOVER_ANSWERED,
                        answer.answer() == HandoverAnswer.WITHDRAWN ? offer.toRef() : offer.fromRef());
            }
        }

        void person(NotificationKind kind, String ref) {
            if (ref != null) {
                add(kind, new Recipient.Person(facts.organisation(), ref), null);
            }
        }

        /** Who made the melding, and who handles the case now. */
        void reporters(NotificationKind kind, UUID meldingId) {
            Set<String> refs = new LinkedHashSet<>();
            refs.add(facts.madeByRef().get(meldingId));
            refs.add(facts.reach().handlerRef());
            for (String ref : refs) {
                if (ref != null) {
                    add(kind, new Recipient.Person(facts.organisation(), ref), meldingId);
                }
            }
        }

        void holders(NotificationKind kind, Audience... audiences) {
            for (Audience audience : audiences) {
                add(kind, audience.in(facts.organisation()), null);
            }
        }

        /** One notification per owner, however many duties arose at once; also to who raised them himself: they are his to do. */
        void owners(List<OpenOrMet> arisen) {
            Map<Recipient, List<OpenOrMet>> byOwner = new LinkedHashMap<>();
            for (OpenOrMet duty : arisen) {
                DutyOwners.of(duty.id(), facts).forEach(owner -> byOwner.computeIfAbsent(owner, o -> new ArrayList<>()).add(duty));
            }
            byOwner.forEach((owner, duties) -> {
                if (NeedToKnow.mayKnow(owner, facts)) {
                    boolean urgent = duties.stream().anyMatch(duty -> duty.obligation().atOnce());
                    List<String> ids = duties.stream().map(OpenOrMet::id).toList();
                    list.add(new Notification(
                            NotificationId.of(event.id(), NotificationKind.OBLIGATION_AROSE, owner),
                            event.id(),
                            event.caseId(),
                            facts.organisation(),
                            NotificationKind.OBLIGATION_AROSE,
                            owner,
                            null,
                            Notification.NOBODY,
                            urgent,
                            new Notification.Subject(ids, null)));
                }
            });
        }

        private void add(NotificationKind kind, Recipient to, UUID meldingId) {
            boolean didItHimself =
                    to instanceof Recipient.Person(String organisation, String ref) && Objects.equals(ref, event.actingRef());
            if (!didItHimself && NeedToKnow.mayKnow(to, facts)) {
                list.add(new Notification(
                        NotificationId.of(event.id(), kind, to),
                        event.id(),
                        event.caseId(),
                        facts.organisation(),
                        kind,
                        to,
                        meldingId,
                        event.actingRef(),
                        kind.urgent(),
                        Notification.Subject.NONE));
            }
        }
    }
}
