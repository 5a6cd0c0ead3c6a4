package nl.meldspoor.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.Form;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.events.history.Happened;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * What figures count in one case, as its events tell it. Pure: the same events give the same figures on every day.
 *
 * @param standing where it stands
 * @param terms its terms
 * @param facts what happened in it that is counted
 */
public record CaseFigures(Standing standing, List<TermStanding> terms, List<CountedFact> facts) {

    private static final int FIRST_STEP = 1;
    private static final int LAST_STEP = 6;

    public static CaseFigures of(CaseHistory history) {
        Map<Integer, Happened> firsts = firstOfEachStep(history);
        return new CaseFigures(standing(history, firsts), terms(history), facts(history, firsts));
    }

    private static Standing standing(CaseHistory history, Map<Integer, Happened> firsts) {
        return new Standing(
                history.route().name(),
                (history.closed() ? CaseReach.CaseStatus.CLOSED : CaseReach.CaseStatus.OPEN).name(),
                firsts.keySet().stream().mapToInt(Integer::intValue).max().orElse(FIRST_STEP),
                Obligations.open(history).stream().map(OpenOrMet::id).toList());
    }

    /** When the entry of each step happened that happened first; a step without entries is left out. */
    private static Map<Integer, Happened> firstOfEachStep(CaseHistory history) {
        Map<Integer, Happened> firsts = new TreeMap<>();
        for (Entry<?> entry : history.entries()) {
            Steps.stepOf(entry.data(), history.route())
                    .ifPresent(step -> firsts.merge(step, entry.happened(), CaseFigures::earlier));
        }
        return firsts;
    }

    private static Happened earlier(Happened a, Happened b) {
        return Happened.LATEST_LAST.compare(b, a) < 0 ? b : a;
    }

    private static List<TermStanding> terms(CaseHistory history) {
        List<CaseDeadline> all = CaseDeadline.of(history);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new TermStanding(
                        i,
                        all.get(i).kind(),
                        all.get(i).obligation(),
                        all.get(i).startedOn(),
                        all.get(i).halfOn(),
                        all.get(i).dueOn(),
                        all.get(i).metOn()))
                .toList();
    }

    private static List<CountedFact> facts(CaseHistory history, Map<Integer, Happened> firsts) {
        List<CountedFact> facts = new ArrayList<>();
        facts.add(new CountedFact(
                FactKind.OPENED.name(), FactKind.OPENED, null, AmsterdamDay.of(history.openedAt()), null));
        Map<Form, LocalDate> forms = new TreeMap<>();
        for (Entry<?> entry : history.entries()) {
            if (entry.data() instanceof SignalRecorded signal) {
                signal.forms().forEach(form -> forms.merge(form, entry.happened().day(), CaseFigures::earlier));
            }
            said(entry.data()).forEach(said -> facts.add(fact(entry, said.kind(), said.value(), "")));
            for (String rule : entry.event().deviatedFrom()) {
                facts.add(fact(entry, FactKind.DEVIATION, rule, "/" + rule));
            }
        }
        forms.forEach((form, day) ->
                facts.add(new CountedFact(FactKind.FORM + "/" + form, FactKind.FORM, form.name(), day, null)));
        for (int step = FIRST_STEP; step < LAST_STEP; step++) {
            leadTime(step, firsts).ifPresent(facts::add);
        }
        return List.copyOf(facts);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return b.isBefore(a) ? b : a;
    }

    private static CountedFact fact(Entry<?> entry, FactKind kind, String value, String suffix) {
        return new CountedFact(
                kind + "/" + entry.sequence() + suffix, kind, value, entry.happened().day(), null);
    }

    private record Said(FactKind kind, String value) {}

    private static List<Said> said(CaseEvent event) {
        return switch (event) {
            case CaseClosed e -> List.of(new Said(FactKind.CLOSED, e.ground().name()));
            case AssessmentMade e when e.outcome() != null -> List.of(new Said(FactKind.ASSESSMENT, outcome(e)));
            case ConsultationHeld e when e.with() == ConsultedParty.VEILIG_THUIS ->
                List.of(new Said(FactKind.ADVICE, null));
            case MeldingMade e ->
                List.of(new Said(FactKind.MELDING, e.channel().name()), informed(e.discussedWithClient()));
            case VeiligThuisFeedbackReceived e -> List.of(new Said(FactKind.FEEDBACK, e.kind().name()));
            case InternalReportMade e ->
                List.of(new Said(FactKind.INTERNAL_REPORT, e.accusedKind().name()), informed(e.clientInformed()));
            case JudgementMade e -> List.of(new Said(FactKind.JUDGEMENT, e.qualification().name()));
            case IGJReportFiled e -> List.of(new Said(FactKind.IGJ_REPORT, e.category().name()));
            case PoliceContacted e -> List.of(new Said(FactKind.POLICE, e.kind().name()));
            default -> List.of();
        };
    }

    private static String outcome(AssessmentMade assessment) {
        return assessment.outcome() == AssessmentOutcome.REPORT
                ? "REPORT_NORM_" + assessment.norm()
                : assessment.outcome().name();
    }

    private static Said informed(boolean client) {
        return new Said(FactKind.CLIENT_INFORMED, client ? "YES" : "NO");
    }

    /** Nothing where one of the two is missing, or where they happened in the other order. */
    private static Optional<CountedFact> leadTime(int step, Map<Integer, Happened> firsts) {
        Happened from = firsts.get(step);
        Happened to = firsts.get(step + 1);
        if (from == null || to == null || to.isBefore(from)) {
            return Optional.empty();
        }
        String steps = step + "-" + (step + 1);
        int days = (int) (to.day().toEpochDay() - from.day().toEpochDay());
        return Optional.of(new CountedFact(FactKind.LEAD_TIME + "/" + steps, FactKind.LEAD_TIME, steps, to.day(), days));
    }
}
