package nl.meldspoor.events.history;

import static nl.meldspoor.events.history.Obligation.Meets.AFTERWARDS;
import static nl.meldspoor.events.history.Obligation.Meets.NO;
import static nl.meldspoor.events.history.Obligation.Meets.WHENEVER;
import static nl.meldspoor.events.history.ObligationText.bothRoutes;
import static nl.meldspoor.events.history.ObligationText.meldcode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldspoor.events.About;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.CareCheckDone;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.ChildCheckDone;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.EmergencyCalled;
import nl.meldspoor.events.EvaluationHeld;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.Framework;
import nl.meldspoor.events.HelpArranged;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.SafetyPlanMade;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;

/** Obligations of the route MELDCODE, in the order of domain.md 5, and the one of both routes. */
final class MeldcodeObligations {

    private static final Obligation EMERGENCY = meldcode("OB-EMERGENCY", 1, 4)
            .blocksClosing()
            .atOnce()
            .says("Er is direct gevaar: bel 112.", "There is immediate danger: call 112.")
            .source("Ontspoorde mantelzorg (000), stap 3: 'Als er acuut gevaar is moet u 112 bellen.'")
            .arises((e, h) -> switch (e.data()) {
                case SignalRecorded s -> Boolean.TRUE.equals(s.immediateDanger());
                case AssessmentMade a -> Boolean.TRUE.equals(a.immediateDanger());
                default -> false;
            })
            .metBy(Set.of("EmergencyCalled"), (e, h) -> e.data() instanceof EmergencyCalled ? AFTERWARDS : NO);

    private static final Obligation CONSULT = meldcode("OB-CONSULT", 2)
            .blocksClosing()
            .says(
                    "Bespreek de signalen met een deskundige collega.",
                    "Discuss the signals with an expert colleague.")
            .source("Meldcode (004), stap 2: 'Bespreek de signalen met een deskundige collega.'")
            .arises(MeldcodeObligations::firstSignal)
            .metBy(Set.of("ConsultationHeld"), (e, h) -> e.data() instanceof ConsultationHeld ? WHENEVER : NO);

    /** A client known to be a minor is the child himself. */
    private static final Obligation CHILDCHECK = meldcode("OB-CHILDCHECK", 1)
            .blocksClosing()
            .says(
                    "Doe de kindcheck: zijn er kinderen afhankelijk van de zorg van de cliënt?",
                    "Do the child check: do children depend on the care of the client?")
            .source("Meldcode (004), stap 1: 'Doe de kindcheck.'")
            .arises((e, h) -> e.data() instanceof CaseOpened o && !Boolean.TRUE.equals(o.clientMinor()))
            .metBy(Set.of("ChildCheckDone"), (e, h) -> e.data() instanceof ChildCheckDone ? WHENEVER : NO);

    private static final Obligation CARECHECK = meldcode("OB-CARECHECK", 1)
            .says(
                    "Doe de mantelcheck: is de mantelzorger (bijna) overbelast, zijn er mensen afhankelijk van zijn zorg?",
                    "Do the care check: is the informal caregiver (nearly) overloaded, do people depend on that care?")
            .source("Ontspoorde mantelzorg (000), stap 1: 'Neem met de mantelzorger(s) de mantelcheck door'")
            .arises((e, h) -> switch (e.data()) {
                case CaseOpened o -> o.framework() == Framework.KNMG || o.clientRole() == ClientRole.INFORMAL_CAREGIVER;
                case SignalRecorded s -> s.about() == About.INFORMAL_CAREGIVER;
                default -> false;
            })
            .metBy(Set.of("CareCheckDone"), (e, h) -> e.data() instanceof CareCheckDone ? WHENEVER : NO);

    private static final Obligation CHILD_ASSESS = meldcode("OB-CHILD-ASSESS", 4)
            .blocksClosing()
            .says(
                    "De kindcheck wijst op onveiligheid voor kinderen: weeg de situatie met het afwegingskader.",
                    "The child check points at children being unsafe: weigh the situation with the weighing framework.")
            .source("Meldcode (004), stap 1: 'Doe de kindcheck.'; Besluit verplichte meldcode: 'met het oog op de veiligheid van hen'")
            .arises((e, h) -> e.data() instanceof ChildCheckDone c
                    && Boolean.TRUE.equals(c.assessmentNeeded()))
            .metBy(Set.of("AssessmentMade"), (e, h) -> e.data() instanceof AssessmentMade ? AFTERWARDS : NO);

    private static final Obligation CONVERSE = meldcode("OB-CONVERSE", 3)
            .blocksClosing()
            .says(
                    "Voer het gesprek met de cliënt of mantelzorger, of leg vast waarom dat niet kan.",
                    "Have the conversation with the client or informal caregiver, or record why that is not possible.")
            .source("Meldcode (004), stap 3: 'Na het collegiaal overleg […] volgt een gesprek met de cliënt.'")
            .arises((e, h) -> e.data() instanceof ConsultationHeld
                    && h.consultations().getFirst().sequence() == e.sequence())
            .metBy(Set.of("ConversationHeld", "ConversationWaived"), (e, h) -> switch (e.data()) {
                case ConversationHeld c when speaksForTheClient(c.with(), h) -> WHENEVER;
                case ConversationWaived w when w.waives() == Waivable.CONVERSATION -> WHENEVER;
                default -> NO;
            });

    private static final Obligation ASSESS = meldcode("OB-ASSESS", 4)
            .blocksClosing()
            .says(
                    "De zorgen zijn niet weggenomen: weeg de situatie met het afwegingskader.",
                    "The concerns were not taken away: weigh the situation with the weighing framework.")
            .source("Meldcode (004), stap 3: 'Worden de zorgen […] niet weggenomen, dan worden ook stap 4 en 5 gezet.'")
            .arises((e, h) -> switch (e.data()) {
                case ConversationHeld c -> c.concernsRemoved() != YesNoPartly.YES;
                case ConversationWaived w -> w.waives() == Waivable.CONVERSATION;
                default -> false;
            })
            .metBy(Set.of("AssessmentMade"), (e, h) -> e.data() instanceof AssessmentMade ? AFTERWARDS : NO);

    private static final Obligation ADVICE = meldcode("OB-ADVICE", 2)
            .blocksClosing()
            .says(
                    "Er is twijfel: vraag advies aan Veilig Thuis. Dat kan zonder de naam van de cliënt te noemen.",
                    "There is doubt: ask Veilig Thuis for advice. That can be done without naming the client.")
            .source("Ontspoorde mantelzorg (000), stap 2: 'Bij twijfels bent u verplicht advies in te winnen bij Veilig Thuis.'")
            .arises((e, h) -> outcome(e, AssessmentOutcome.ADVICE_REQUIRED))
            .metBy(Set.of("ConsultationHeld"), (e, h) -> adviceOfVeiligThuis(e) ? AFTERWARDS : NO);

    private static final Obligation ADVICE_BEFORE_REPORT = meldcode("OB-ADVICE-BEFORE-REPORT", 2)
            .says(
                    "Overleg als arts met Veilig Thuis voordat u meldt.",
                    "As a physician, consult Veilig Thuis before you report.")
            .source("KNMG-meldcode: adviesoverleg met Veilig Thuis gaat bij artsen aan melden vooraf; Meldcode (004), stap 4: 'KNMG-meldcode kindermishandeling en huiselijk geweld'")
            .arises((e, h) -> h.opened().framework() == Framework.KNMG && outcome(e, AssessmentOutcome.REPORT))
            .metBy(Set.of("ConsultationHeld", "MeldingMade"), (e, h) -> {
                if (adviceOfVeiligThuis(e)) {
                    return WHENEVER;
                }
                return e.data() instanceof MeldingMade ? AFTERWARDS : NO;
            });

    private static final Obligation DECIDE = meldcode("OB-DECIDE", 5)
            .blocksClosing()
            .says(
                    "Neem de twee besluiten: is melden noodzakelijk, en is hulp (ook) mogelijk?",
                    "Take the two decisions: is reporting necessary, and is help (also) possible?")
            .source("Meldcode (004), stap 5: 'De professional neemt […] 2 losse besluiten.'")
            .arises((e, h) -> outcome(e, AssessmentOutcome.REPORT) || outcome(e, AssessmentOutcome.HELP))
            .metBy(Set.of("DecisionsTaken"), (e, h) -> e.data() instanceof DecisionsTaken ? AFTERWARDS : NO);

    private static final Obligation REPORT = meldcode("OB-REPORT", 5)
            .blocksClosing()
            .atOnce()
            .unlessAlreadyMet()
            .says("Doe een melding bij Veilig Thuis.", "Report to Veilig Thuis.")
            .source("Meldcode (004), stap 5: 'Melden is noodzakelijk als er sprake is van: […] Acute onveiligheid […] Structurele onveiligheid'")
            .arises(new DutyToReport())
            .metBy(Set.of("MeldingMade"), (e, h) -> e.data() instanceof MeldingMade ? AFTERWARDS : NO);

    private static final Obligation SAFETY_PLAN = meldcode("OB-SAFETY-PLAN", 5)
            .blocksClosing()
            .says("Maak een veiligheidsplan.", "Make a safety plan.")
            .source("Ontspoorde mantelzorg (000), stap 5: 'Het is altijd belangrijk om een veiligheidsplan te maken.'")
            .arises((e, h) -> switch (e.data()) {
                case AssessmentMade a -> a.acuteUnsafety() == Answer.YES
                        || a.structuralUnsafety() == Answer.YES
                        || a.outcome() == AssessmentOutcome.HELP;
                case ConversationWaived w -> w.ground() == WaiverGround.SAFETY;
                case MeldingMade m -> m.waiver() != null && m.waiver().ground() == WaiverGround.SAFETY;
                default -> false;
            })
            .metBy(Set.of("SafetyPlanMade"), (e, h) -> e.data() instanceof SafetyPlanMade ? WHENEVER : NO);

    private static final Obligation HELP = meldcode("OB-HELP", 5)
            .blocksClosing()
            .says("Zet de hulp in gang en leg vast welke.", "Set the help in motion and record which.")
            .source("Meldcode (004), stap 5: 'Organiseer de noodzakelijke hulp'")
            .arises((e, h) -> e.data() instanceof DecisionsTaken d && d.helpPossible())
            .metBy(Set.of("HelpArranged"), (e, h) -> e.data() instanceof HelpArranged ? WHENEVER : NO);

    private static final Obligation HELP_EVALUATE = meldcode("OB-HELP-EVALUATE", 5)
            .blocksClosing()
            .says(
                    "Evalueer de hulp: is de veiligheid hersteld?",
                    "Evaluate the help: is safety restored?")
            .source("Meldcode (004), stap 5: 'Volg de effecten van deze hulp'")
            .arises((e, h) -> switch (e.data()) {
                case HelpArranged a -> true;
                case HelpEvaluated v -> v.safetyRestored() == YesNoPartly.PARTLY;
                default -> false;
            })
            .due((h, since) -> h.entry(since).flatMap(e -> switch (e.data()) {
                case HelpArranged a -> Optional.of(a.evaluateOn());
                case HelpEvaluated v -> Optional.ofNullable(v.evaluateOn());
                default -> Optional.empty();
            }))
            .metBy(Set.of("HelpEvaluated"), new Obligation.Meeting() {
                @Override
                public Obligation.Meets metBy(RecordedEvent event, CaseHistory history) {
                    return event.data() instanceof HelpEvaluated ? AFTERWARDS : NO;
                }

                @Override
                public Object subject(RecordedEvent event) {
                    return switch (event.data()) {
                        case HelpArranged a -> a.helpId();
                        case HelpEvaluated v -> v.helpId();
                        default -> throw new IllegalStateException("no help is the subject of " + event.type());
                    };
                }
            });

    private static final Obligation INFORM_CLOSE = meldcode("OB-INFORM-CLOSE", 4)
            .says(
                    "Bespreek met de cliënt dat er geen vermoeden (meer) is.",
                    "Discuss with the client that there is no suspicion (any more).")
            .source("Meldcode (004), stap 4: 'Bespreek deze conclusie dan echter wel met de cliënt.'")
            .arises((e, h) -> e.data() instanceof AssessmentMade a
                    && a.outcome() == AssessmentOutcome.CLOSE
                    && !a.discussedWithClient())
            .metBy(Set.of("ConversationHeld"), (e, h) -> e.data() instanceof ConversationHeld ? AFTERWARDS : NO);

    private static final Obligation REASSESS = meldcode("OB-REASSESS", 4)
            .blocksClosing()
            .says(
                    "Veilig Thuis neemt de melding niet in behandeling: weeg de situatie opnieuw.",
                    "Veilig Thuis does not take up the melding: weigh the situation again.")
            .source("Meldcode (004), stap 5: 'Veilig Thuis houdt melders op de hoogte van de uitkomsten van het onderzoek'")
            .arises((e, h) ->
                    e.data() instanceof VeiligThuisFeedbackReceived f && f.kind() == FeedbackKind.NOT_TAKEN_UP)
            .metBy(Set.of("AssessmentMade"), (e, h) -> e.data() instanceof AssessmentMade ? AFTERWARDS : NO);

    private static final Obligation SEEK_FEEDBACK = meldcode("OB-SEEK-FEEDBACK", 5)
            .says(
                    "Vraag Veilig Thuis wat er met de melding gebeurt, en leg dat vast.",
                    "Ask Veilig Thuis what happens with the melding, and record it.")
            .source("Meldcode (004), stap 5: 'Wordt u later door Veilig Thuis […] geïnformeerd, rapporteer dan ook deze informatie.'")
            .arises((e, h) -> e.data() instanceof MeldingMade)
            .due((h, since) -> h.entry(since).flatMap(e -> OthersTerms.ofVeiligThuis(e, h)))
            .metBy(Set.of("VeiligThuisFeedbackReceived"), new Obligation.Meeting() {
                @Override
                public Obligation.Meets metBy(RecordedEvent event, CaseHistory history) {
                    return event.data() instanceof VeiligThuisFeedbackReceived ? WHENEVER : NO;
                }

                @Override
                public Object subject(RecordedEvent event) {
                    return switch (event.data()) {
                        case MeldingMade m -> m.meldingId();
                        case VeiligThuisFeedbackReceived f -> f.meldingId();
                        default -> throw new IllegalStateException("no melding is the subject of " + event.type());
                    };
                }
            });

    /** On both routes. */
    private static final Obligation EVALUATE = bothRoutes("OB-EVALUATE", 6)
            .says(
                    "Evalueer de casus met wie erbij betrokken was.",
                    "Evaluate the case with those who were involved.")
            .source("Ontspoorde mantelzorg (000), stap 6: 'Evalueer het verloop van het proces na het afsluiten van de casus'; Leidraad (002), stap 6: 'Evalueren en leren van de situatie'")
            .arises((e, h) -> e.data() instanceof CaseClosed && followedSteps(e, h))
            .metBy(Set.of("EvaluationHeld"), (e, h) -> e.data() instanceof EvaluationHeld ? WHENEVER : NO);

    static final List<Obligation> ALL = List.of(
            EMERGENCY,
            CONSULT,
            CHILDCHECK,
            CARECHECK,
            CHILD_ASSESS,
            CONVERSE,
            ASSESS,
            ADVICE,
            ADVICE_BEFORE_REPORT,
            DECIDE,
            REPORT,
            SAFETY_PLAN,
            HELP,
            HELP_EVALUATE,
            INFORM_CLOSE,
            REASSESS,
            SEEK_FEEDBACK,
            EVALUATE);

    private MeldcodeObligations() {}

    private static boolean firstSignal(RecordedEvent event, CaseHistory history) {
        return event.data() instanceof SignalRecorded && history.signals().getFirst().sequence() == event.sequence();
    }

    /** A parent speaks for a minor, a representative for who is unable; where age or ability is not on record they are taken at their word. */
    private static boolean speaksForTheClient(ConversationParty with, CaseHistory history) {
        return switch (with) {
            case CLIENT, INFORMAL_CAREGIVER -> true;
            case PARENT -> !Boolean.FALSE.equals(history.opened().clientMinor());
            case REPRESENTATIVE -> CaseHistory.latest(history.capacityChecks(), c -> true)
                    .map(c -> c.data().capable() != YesNoPartly.YES)
                    .orElse(true);
            case CHILD -> Boolean.TRUE.equals(history.opened().clientMinor());
        };
    }

    /** Whether a melding, help or a judgement was on record when the case was closed. */
    private static boolean followedSteps(RecordedEvent closure, CaseHistory history) {
        return Stream.of(history.meldingen(), history.helpPlans(), history.judgements())
                .flatMap(List::stream)
                .anyMatch(e -> e.sequence() < closure.sequence());
    }

    private static boolean outcome(RecordedEvent event, AssessmentOutcome outcome) {
        return event.data() instanceof AssessmentMade a && a.outcome() == outcome;
    }

    private static boolean adviceOfVeiligThuis(RecordedEvent event) {
        return event.data() instanceof ConsultationHeld c && c.with() == ConsultedParty.VEILIG_THUIS;
    }
}
