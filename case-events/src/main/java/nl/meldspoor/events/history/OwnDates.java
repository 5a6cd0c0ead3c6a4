package nl.meldspoor.events.history;

import java.time.LocalDate;
import java.util.Objects;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.terms.TermKind;

/** Dates the organisation chose itself: when help is evaluated, a silence ends, an improvement is done. */
final class OwnDates {

    private OwnDates() {}

    static List<Deadlines.Running> of(CaseHistory history) {
        return Stream.of(helpToEvaluate(history), silences(history), improvements(history))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<Deadlines.Running> helpToEvaluate(CaseHistory history) {
        return history.helpPlans().stream().flatMap(plan -> evaluationOf(plan.data().helpId(), history));
    }

    /** Of one help plan the date agreed last; an evaluation that it is only partly safe agrees a new one. */
    private static Stream<Deadlines.Running> evaluationOf(UUID helpId, CaseHistory history) {
        var partly = CaseHistory.latest(
                history.helpEvaluations(),
                e -> Objects.equals(e.data().helpId(), helpId) && e.data().safetyRestored() == YesNoPartly.PARTLY);
        var plan = history.helpPlan(helpId).orElseThrow();
        var terms = partly.map(p -> p.data().terms()).orElse(plan.data().terms());
        Happened agreed = partly.<Happened>map(Entry::happened).orElse(plan.happened());
        long agreedIn = partly.map(Entry::sequence).orElse(plan.sequence());
        Optional<LocalDate> met = CaseHistory.earliest(
                        history.helpEvaluations(),
                        e -> Objects.equals(e.data().helpId(), helpId)
                                && e.sequence() != agreedIn
                                && e.data().safetyRestored() != YesNoPartly.PARTLY
                                && !e.happened().isBefore(agreed))
                .map(e -> e.happened().day());
        return Deadlines.named(terms, TermKind.HELP_EVALUATE)
                .map(term -> new Deadlines.Running("OB-HELP-EVALUATE", term, met.orElse(null)));
    }

    private static Stream<Deadlines.Running> silences(CaseHistory history) {
        return history.silences().stream()
                .flatMap(s -> Deadlines.named(s.data().terms(), TermKind.SILENCE_END)
                        .map(term -> new Deadlines.Running(
                                "OB-LIFT-SILENCE",
                                term,
                                CaseHistory.earliest(
                                                history.silenceLiftings(),
                                                l -> Objects.equals(l.data().silenceId(), s.data().silenceId()))
                                        .map(l -> l.happened().day())
                                        .orElse(null))));
    }

    /** No obligation of the catalogue stands behind an improvement: the date itself is what is watched. */
    private static Stream<Deadlines.Running> improvements(CaseHistory history) {
        return history.improvements().stream()
                .flatMap(i -> Deadlines.named(i.data().terms(), TermKind.IMPROVE)
                        .map(term -> new Deadlines.Running(
                                "IMPROVE",
                                term,
                                CaseHistory.earliest(
                                                history.improvementCompletions(),
                                                c -> Objects.equals(c.data().improvementId(), i.data().improvementId()))
                                        .map(c -> c.happened().day())
                                        .orElse(null))));
    }
}
