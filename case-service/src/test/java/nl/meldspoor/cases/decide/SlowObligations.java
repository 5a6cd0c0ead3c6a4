package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.SlowObligations.Meets.AFTERWARDS;
import static nl.meldspoor.cases.decide.SlowObligations.Meets.NO;
import static nl.meldspoor.cases.decide.SlowObligations.Meets.WHENEVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.meldspoor.events.*;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/**
 * The table of obligations said once more, the slow way, with nothing of the code that derives them: a duty stands when one of its causes
 * has no entry that meets it. Only how two moments compare is taken over.
 */
final class SlowObligations {

    enum Meets {
        NO,
        WHENEVER,
        AFTERWARDS
    }

    /** An entry that counts. */
    private record Fact(long sequence, CaseEvent data, Happened happened) {}

    private record Duty(Predicate<Fact> cause, Function<Fact, Meets> meets, Function<CaseEvent, Object> subject) {}

    private final CaseOpened opened;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Duty> duties = new LinkedHashMap<>();

    private SlowObligations(CaseHistory history) {
        for (RecordedEvent event : history.events()) {
            RecordedEvent correction = null;
            for (RecordedEvent later : history.events()) {
                if (later.data() instanceof EntryCorrected c && c.corrects() == event.sequence()) {
                    correction = later;
                }
            }
            CaseEvent counted = correction == null ? event.data() : ((EntryCorrected) correction.data()).replacement();
            if (counted != null) {
                facts.add(new Fact(event.sequence(), counted, Happened.of(counted, event.recordedAt())));
            }
        }
        opened = (CaseOpened) facts.getFirst().data();
        if (opened.route() == Route.MELDCODE) {
            meldcode();
        } else {
            careRelation();
        }
        duty("OB-EVALUATE", this::closedAfterSteps, is(EvaluationHeld.class));
    }

    /** Ids of what is open, but for those that {@link NoDutyIsLostProperties} says in a property of its own. */
    static Set<String> open(CaseHistory history) {
        SlowObligations slow = new SlowObligations(history);
        Set<String> open = new TreeSet<>();
        slow.duties.forEach((id, duty) -> {
            if (slow.stands(duty)) {
                open.add(id);
            }
        });
        slow.together(open);
        return open;
    }

    private boolean stands(Duty duty) {
        return facts.stream().filter(duty.cause()).anyMatch(cause -> facts.stream()
                .filter(m -> m.sequence() != cause.sequence())
                .filter(m -> duty.meets().apply(m) != NO)
                .filter(m -> Objects.equals(duty.subject().apply(m.data()), duty.subject().apply(cause.data())))
                .noneMatch(m -> duty.meets().apply(m) == WHENEVER || !m.happened().isBefore(cause.happened())));
    }

    private void meldcode() {
        duty("OB-EMERGENCY", f -> switch (f.data()) {
            case SignalRecorded s -> yes(s.immediateDanger());
            case AssessmentMade a -> yes(a.immediateDanger());
            default -> false;
        }, isAfterwards(EmergencyCalled.class));
        duty("OB-CONSULT", a(SignalRecorded.class), is(ConsultationHeld.class));
        duty("OB-CHILDCHECK", a(CaseOpened.class), is(ChildCheckDone.class));
        duty("OB-CARECHECK", f -> switch (f.data()) {
            case CaseOpened o -> o.framework() == Framework.KNMG || o.clientRole() == ClientRole.INFORMAL_CAREGIVER;
            case SignalRecorded s -> s.about() == About.INFORMAL_CAREGIVER;
            default -> false;
        }, is(CareCheckDone.class));
        duty(
                "OB-CHILD-ASSESS",
                f -> f.data() instanceof ChildCheckDone c
                        && Stream.of(c.temporaryCareAdequate(), c.clientCanProtect())
                                .anyMatch(x -> x == Answer.NO || x == Answer.DOUBT),
                isAfterwards(AssessmentMade.class));
        duty("OB-CONVERSE", a(ConsultationHeld.class), this::converses);
        duty("OB-ASSESS", f -> switch (f.data()) {
            case ConversationHeld c -> c.concernsRemoved() == YesNoPartly.NO || c.concernsRemoved() == YesNoPartly.PARTLY;
            case ConversationWaived w -> w.waives() == Waivable.CONVERSATION;
            default -> false;
        }, isAfterwards(AssessmentMade.class));
        duty("OB-ADVICE", outcome(AssessmentOutcome.ADVICE_REQUIRED), f -> advice(f) ? AFTERWARDS : NO);
        duty(
                "OB-ADVICE-BEFORE-REPORT",
                outcome(AssessmentOutcome.REPORT).and(f -> opened.framework() == Framework.KNMG),
                f -> advice(f) ? WHENEVER : f.data() instanceof MeldingMade ? AFTERWARDS : NO);
        duty(
                "OB-DECIDE",
                outcome(AssessmentOutcome.REPORT).or(outcome(AssessmentOutcome.HELP)),
                isAfterwards(DecisionsTaken.class));
        duty("OB-SAFETY-PLAN", f -> switch (f.data()) {
            case AssessmentMade a -> a.acuteUnsafety() == Answer.YES
                    || a.structuralUnsafety() == Answer.YES
                    || a.outcome() == AssessmentOutcome.HELP;
            case ConversationWaived w -> w.ground() == WaiverGround.SAFETY;
            case MeldingMade m -> m.waiver() != null && m.waiver().ground() == WaiverGround.SAFETY;
            default -> false;
        }, is(SafetyPlanMade.class));
        duty("OB-HELP", f -> f.data() instanceof DecisionsTaken d && d.helpPossible(), is(HelpArranged.class));
        duty(
                "OB-INFORM-CLOSE",
                outcome(AssessmentOutcome.CLOSE).and(f -> !((AssessmentMade) f.data()).discussedWithClient()),
                isAfterwards(ConversationHeld.class));
        duty(
                "OB-REASSESS",
                f -> f.data() instanceof VeiligThuisFeedbackReceived v && v.kind() == FeedbackKind.NOT_TAKEN_UP,
                isAfterwards(AssessmentMade.class));
        duties.put("OB-SEEK-FEEDBACK", new Duty(a(MeldingMade.class), is(VeiligThuisFeedbackReceived.class), e -> switch (e) {
            case MeldingMade m -> m.meldingId();
            case VeiligThuisFeedbackReceived f -> f.meldingId();
            default -> e;
        }));
    }

    private void careRelation() {
        Predicate<Fact> report = a(InternalReportMade.class);
        duty(
                "OB-INTERNAL-REPORT",
                a(SignalRecorded.class).or(a(AccusedAddressed.class)),
                f -> f.data() instanceof InternalReportMade
                        ? WHENEVER
                        : f.data() instanceof ConsultationHeld c && yes(c.concernsRemoved()) ? AFTERWARDS : NO);
        duty("OB-CRIME-CHECK", report, is(CrimeChecked.class));
        duty(
                "OB-POLICE",
                f -> f.data() instanceof CrimeChecked c && (c.suspected() == Answer.YES || c.suspected() == Answer.DOUBT),
                isAfterwards(PoliceContacted.class));
        duty("OB-STOP", report, is(SafetyMeasureTaken.class));
        duty("OB-SUPPORT", report, f -> cares(f, AftercareFor.CLIENT_AND_FAMILY) ? WHENEVER : NO);
        duty("OB-HEAR-CLIENT", report, f -> switch (f.data()) {
            case ConversationHeld c
            when c.with() == ConversationParty.CLIENT || c.with() == ConversationParty.REPRESENTATIVE -> WHENEVER;
            case ConversationWaived w when w.waives() == Waivable.CONVERSATION -> WHENEVER;
            default -> NO;
        });
        duty(
                "OB-HEAR-ACCUSED",
                f -> f.data() instanceof InternalReportMade r && r.accusedKind() != AccusedKind.NONE,
                f -> f.data() instanceof AccusedHeard || f.data() instanceof HearingWaived ? WHENEVER : NO);
        duty(
                "OB-EXTERNAL-CHAIR",
                f -> Set.of(Sector.VVT, Sector.HOME_CARE, Sector.DISABILITY_CARE).contains(opened.sector())
                        && (f.data() instanceof InternalReportMade r && yes(r.clientDied())
                                || f.data() instanceof JudgementMade j && j.fatal()),
                f -> f.data() instanceof InvestigationStarted i && i.externalChair() ? WHENEVER : NO);
        duty("OB-INVESTIGATE", report, is(JudgementMade.class));
        duty(
                "OB-INFORM-CLIENT",
                f -> f.data() instanceof InternalReportMade r && yes(r.noticeableConsequences())
                        || f.data() instanceof JudgementMade j && j.qualification() != Qualification.UNFOUNDED,
                f -> f.data() instanceof SituationCommunicated s
                                        && (s.audience() == Audience.CLIENT || s.audience() == Audience.FAMILY)
                                || f.data() instanceof ConversationHeld c && c.with() == ConversationParty.REPRESENTATIVE
                        ? WHENEVER
                        : NO);
        duty("OB-IGJ-CALAMITY", f -> reportable(f, Qualification.CALAMITY), f -> filed(f, IGJCategory.CALAMITY));
        duty(
                "OB-IGJ-VIOLENCE",
                f -> reportable(f, Qualification.VIOLENCE_IN_CARE_RELATION)
                        || f.data() instanceof PoliceContacted p && p.terms() != null,
                f -> filed(f, IGJCategory.VIOLENCE));
        duty(
                "OB-IGJ-DISMISSAL",
                f -> f.data() instanceof DismissalAnnounced d
                        && d.forDysfunction()
                        && d.careProfessional()
                        && opened.legalFramework() != LegalFramework.WMO,
                f -> filed(f, IGJCategory.DISMISSAL));
        duty(
                "OB-DISMISSAL-FACTS",
                f -> f.data() instanceof SanctionImposed s
                        && (s.kind() == SanctionKind.DISMISSAL || s.kind() == SanctionKind.SUMMARY_DISMISSAL),
                is(DismissalAnnounced.class));
        duty("OB-IGJ-CONFIRMATION", f -> f.data() instanceof IGJReportFiled r && r.confirmation() == null && !yes(r.confirmed()), f -> NO);
        duty("OB-IGJ-SUPPLEMENT", f -> asked(f, IGJResponseKind.SUPPLEMENT_REQUESTED), isAfterwards(IGJSupplementSent.class));
        duty(
                "OB-IGJ-INVESTIGATION",
                f -> asked(f, IGJResponseKind.INVESTIGATION_REQUESTED),
                isAfterwards(IGJInvestigationReportSent.class));
        duties.put("OB-LIFT-SILENCE", new Duty(a(SilenceImposed.class), is(SilenceLifted.class), e -> switch (e) {
            case SilenceImposed s -> s.silenceId();
            case SilenceLifted l -> l.silenceId();
            default -> e;
        }));
    }

    /** Duties that several entries meet together. */
    private void together(Set<String> open) {
        List<Fact> judgements = facts.stream().filter(a(JudgementMade.class)).toList();
        if (judgements.isEmpty()) {
            return;
        }
        boolean somebodyAccused = facts.stream()
                        .anyMatch(f -> f.data() instanceof InternalReportMade r && r.accusedKind() != AccusedKind.NONE)
                && facts.stream()
                        .noneMatch(f -> f.data() instanceof HearingWaived w
                                && EnumSet.of(HearingWaiverGround.NO_ACCUSED, HearingWaiverGround.UNIDENTIFIED)
                                        .contains(w.ground()));
        boolean unfounded = judgements.stream()
                .allMatch(j -> ((JudgementMade) j.data()).qualification() == Qualification.UNFOUNDED);
        Set<AftercareFor> care = EnumSet.of(AftercareFor.CLIENT_AND_FAMILY, AftercareFor.UNIT);
        if (somebodyAccused) {
            care.add(unfounded ? AftercareFor.WRONGLY_ACCUSED : AftercareFor.ACCUSED);
        }
        if (care.stream().anyMatch(whom -> facts.stream().noneMatch(f -> cares(f, whom)))) {
            open.add("OB-AFTERCARE");
        }
        Happened judged = judgements.stream().map(Fact::happened).max(Happened.LATEST_LAST).orElseThrow();
        boolean reporter = facts.stream()
                .anyMatch(f -> f.data() instanceof InternalReportMade r
                        && !r.anonymous()
                        && r.reporterKind() != ReporterKind.CLIENT);
        boolean told = (told(Audience.CLIENT, judged) || told(Audience.FAMILY, judged))
                && told(Audience.TEAM, judged)
                && (!reporter || told(Audience.REPORTER, judged))
                && (!somebodyAccused || told(Audience.ACCUSED, judged));
        if (!told) {
            open.add("OB-INFORM-OUTCOME");
        }
    }

    private boolean told(Audience audience, Happened since) {
        return facts.stream()
                .anyMatch(f -> f.data() instanceof SituationCommunicated s
                        && s.audience() == audience
                        && s.about() == AnnouncementSubject.OUTCOME
                        && !f.happened().isBefore(since));
    }

    private Meets converses(Fact fact) {
        boolean unable = facts.stream()
                .filter(a(CapacityChecked.class))
                .max(Comparator.comparing(Fact::happened, Happened.LATEST_LAST).thenComparing(Fact::sequence))
                .map(f -> ((CapacityChecked) f.data()).capable() != YesNoPartly.YES)
                .orElse(true);
        return switch (fact.data()) {
            case ConversationHeld c -> switch (c.with()) {
                case CLIENT, INFORMAL_CAREGIVER, PARENT -> WHENEVER;
                case REPRESENTATIVE -> unable ? WHENEVER : NO;
                case CHILD -> NO;
            };
            case ConversationWaived w when w.waives() == Waivable.CONVERSATION -> WHENEVER;
            default -> NO;
        };
    }

    private boolean closedAfterSteps(Fact closure) {
        return closure.data() instanceof CaseClosed
                && facts.stream()
                        .filter(f -> f.sequence() < closure.sequence())
                        .anyMatch(a(MeldingMade.class).or(a(HelpArranged.class)).or(a(JudgementMade.class)));
    }

    private void duty(String id, Predicate<Fact> cause, Function<Fact, Meets> meets) {
        duties.put(id, new Duty(cause, meets, event -> "the case"));
    }

    private static Predicate<Fact> a(Class<? extends CaseEvent> kind) {
        return f -> kind.isInstance(f.data());
    }

    private static Function<Fact, Meets> is(Class<? extends CaseEvent> kind) {
        return f -> kind.isInstance(f.data()) ? WHENEVER : NO;
    }

    private static Function<Fact, Meets> isAfterwards(Class<? extends CaseEvent> kind) {
        return f -> kind.isInstance(f.data()) ? AFTERWARDS : NO;
    }

    private static Predicate<Fact> outcome(AssessmentOutcome outcome) {
        return f -> f.data() instanceof AssessmentMade a && a.outcome() == outcome;
    }

    private static boolean advice(Fact fact) {
        return fact.data() instanceof ConsultationHeld c && c.with() == ConsultedParty.VEILIG_THUIS;
    }

    private static boolean cares(Fact fact, AftercareFor whom) {
        return fact.data() instanceof AftercareArranged a && a.forWhom() == whom;
    }

    private static boolean reportable(Fact fact, Qualification qualification) {
        return fact.data() instanceof JudgementMade j && j.qualification() == qualification && yes(j.reportable());
    }

    private static Meets filed(Fact fact, IGJCategory category) {
        return fact.data() instanceof IGJReportFiled r && r.category() == category ? WHENEVER : NO;
    }

    private static boolean asked(Fact fact, IGJResponseKind kind) {
        return fact.data() instanceof IGJResponseReceived r && r.kind() == kind;
    }

    private static boolean yes(Boolean answer) {
        return Boolean.TRUE.equals(answer);
    }
}
