package nl.meldspoor.cases.decide.rules;

import java.util.stream.Stream;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.events.history.Happened;

/** CLO-2: the ground for closing rests on a recorded fact. */
public final class GroundHasItsFact extends EntryRule<CaseClosed> {

    public GroundHasItsFact() {
        super(
                CaseClosed.class,
                "CLO-2",
                1,
                RuleClass.F,
                "Deze reden om te sluiten blijkt niet uit wat is vastgelegd.",
                "What is on record does not bear out this ground for closing.",
                "Meldcode (004), stap 3: 'Soms worden de vermoedens tijdens dit gesprek weggenomen.'");
    }

    @Override
    boolean refuses(CaseClosed closure, Happened when, CaseHistory history) {
        return switch (closure.ground()) {
            case REPORTED -> history.meldingen().isEmpty() && history.igjReports().isEmpty();
            case HELP_SUCCEEDED -> !history.safetyRestoredByHelp();
            case NO_SUSPICION -> !latestOutcomeIsClose(history);
            case UNFOUNDED -> history.judgements().stream()
                    .noneMatch(j -> j.data().qualification() == Qualification.UNFOUNDED);
            case SUSPICION_REMOVED -> !suspicionStaysRemoved(history);
            case HANDLED -> history.judgements().isEmpty();
            case CLIENT_DECEASED, CLIENT_LEFT, OTHER_ROUTE, OPENED_BY_MISTAKE -> false;
        };
    }

    private static boolean latestOutcomeIsClose(CaseHistory history) {
        return history.latestAssessment()
                .filter(a -> a.data().outcome() == AssessmentOutcome.CLOSE)
                .isPresent();
    }

    private static boolean suspicionStaysRemoved(CaseHistory history) {
        return removals(history)
                .max(Happened.LATEST_LAST)
                .map(removed -> history.signals().stream()
                        .noneMatch(s -> s.data().direction() == Direction.CONFIRMS && s.happened().isAfter(removed)))
                .orElse(false);
    }

    /** On the route of the Leidraad a consultation may take the concerns away too: then no internal report is made. */
    private static Stream<Happened> removals(CaseHistory history) {
        Stream<Happened> conversations = CaseHistory.latest(
                        history.conversations(), c -> c.data().concernsRemoved() == YesNoPartly.YES)
                .map(Entry::happened)
                .stream();
        Stream<Happened> assessment = history.latestAssessment()
                .filter(a -> a.data().outcome() == AssessmentOutcome.CLOSE)
                .map(Entry::happened)
                .stream();
        Stream<Happened> consultations = history.route() == Route.CARE_RELATION
                ? CaseHistory.latest(history.consultations(), c -> Boolean.TRUE.equals(c.data().concernsRemoved()))
                        .map(Entry::happened)
                        .stream()
                : Stream.empty();
        return Stream.of(conversations, assessment, consultations).flatMap(s -> s);
    }
}
