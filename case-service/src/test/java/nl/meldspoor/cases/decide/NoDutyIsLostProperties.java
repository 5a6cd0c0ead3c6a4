package nl.meldspoor.cases.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.HandoverAnswer;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.events.history.Handovers;
import nl.meldspoor.events.history.Happened;
import nl.meldspoor.events.history.Obligation;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order of entries, a duty stands as long as its cause has no meeting entry. Each is said once more, the slow way, and never
 * with the code that derives it.
 */
class NoDutyIsLostProperties {

    private static final int STORIES = 700;

    /** Said in properties of their own below. */
    private static final Set<String> BY_THEMSELVES = Set.of("OB-REPORT", "OB-HELP-EVALUATE");

    @Property(tries = 600)
    void whateverTheOrderADutyStandsAsLongAsACauseIsNotMet(@ForAll Route route, @ForAll("seeds") List<Long> seeds) {
        // when
        CaseHistory history = RandomStory.told(route, seeds).history();

        // then
        assertThat(Obligations.open(history).stream().map(OpenOrMet::id).filter(id -> !BY_THEMSELVES.contains(id)))
                .containsExactlyInAnyOrderElementsOf(SlowObligations.open(history));
    }

    @Property(tries = 400)
    void theDutyToReportStandsAsLongAsNoMeldingFollowedItsFacts(@ForAll("seeds") List<Long> seeds) {
        // when
        CaseHistory history = RandomStory.told(Route.MELDCODE, seeds).history();

        // then
        boolean owed = history.entries().stream()
                .filter(e -> causesADutyToReport(e.data()))
                .anyMatch(cause -> history.meldingen().stream()
                        .noneMatch(m -> !m.happened().isBefore(factsOf(cause, history))));
        assertThat(open(history, "OB-REPORT")).isEqualTo(owed);
    }

    /** A decision rests on the last weighing or confirming signal before it. */
    private static Happened factsOf(Entry<?> cause, CaseHistory history) {
        if (!(cause.data() instanceof DecisionsTaken)) {
            return cause.happened();
        }
        Happened latest = null;
        for (Entry<?> entry : history.entries()) {
            boolean fact = entry.data() instanceof AssessmentMade
                    || (entry.data() instanceof SignalRecorded s && s.direction() == Direction.CONFIRMS);
            Happened when = entry.happened();
            if (fact && !when.isAfter(cause.happened()) && (latest == null || when.isAfter(latest))) {
                latest = when;
            }
        }
        return latest == null ? cause.happened() : latest;
    }

    private static boolean causesADutyToReport(CaseEvent entry) {
        return switch (entry) {
            case SignalRecorded s -> s.disclosure();
            case AssessmentMade a -> a.outcome() == AssessmentOutcome.REPORT;
            case DecisionsTaken d -> d.reportNecessary();
            case HelpEvaluated h -> h.safetyRestored() == YesNoPartly.NO;
            default -> false;
        };
    }

    @Property(tries = 400)
    void noCaseIsClosedOverADutyThatBlocksIt(@ForAll Route route, @ForAll("seeds") List<Long> seeds) {
        // given
        CaseHistory history = RandomStory.told(route, seeds).history();

        for (var closure : history.events()) {
            if (closure.data() instanceof CaseClosed closed && inTheOrdinaryWay(closed.ground())) {
                // when: as it stood just before
                CaseHistory before = history.upTo(closure.sequence() - 1).orElseThrow();

                // then
                assertThat(Obligations.open(before)).filteredOn(OpenOrMet::blocksClosing).isEmpty();
            }
        }
    }

    /** The stories would prove little about a duty that none of them raises. */
    @Test
    void theStoriesRaiseEveryObligationAndMeetIt() {
        // when
        Set<String> raised = new HashSet<>();
        Set<String> met = new HashSet<>();
        for (long story = 0; story < STORIES; story++) {
            List<Long> seeds = new Random(story).longs(50).boxed().toList();
            for (Route route : Route.values()) {
                CaseHistory history = RandomStory.told(route, seeds).history();
                for (long version = history.version(); version > 0; version -= 25) {
                    Obligations.of(history.upTo(version).orElseThrow())
                            .forEach(o -> (o.isOpen() ? raised : met).add(o.id()));
                }
            }
        }

        // then
        List<String> all = Obligations.catalogue().stream().map(Obligation::id).toList();
        assertThat(raised).containsExactlyInAnyOrderElementsOf(all);
        // Chance does not tell the outcome to four audiences after the last judgement; a story does (FollowUpObligationsTest).
        assertThat(met)
                .containsAll(all.stream().filter(id -> !id.equals("OB-INFORM-OUTCOME")).toList());
    }

    private static boolean inTheOrdinaryWay(ClosureGround ground) {
        return switch (ground) {
            case SUSPICION_REMOVED, NO_SUSPICION, HELP_SUCCEEDED, REPORTED, UNFOUNDED, HANDLED -> true;
            case CLIENT_DECEASED, CLIENT_LEFT, OTHER_ROUTE, OPENED_BY_MISTAKE -> false;
        };
    }

    @Property(tries = 300)
    void aCaseIsAlwaysSomebodysAndAnOfferOpenToOneAnswer(@ForAll Route route, @ForAll("seeds") List<Long> seeds) {
        // when
        CaseHistory history = RandomStory.told(route, seeds).history();

        // then: told slowly, who handles it is who opened it until somebody takes it or is given it
        String handler = history.events().getFirst().actingRef();
        for (Entry<?> entry : history.entries()) {
            if (entry.data() instanceof CaseHandedOver h && Boolean.TRUE.equals(h.reassigned())) {
                handler = entry.event().actingRef();
            }
            if (entry.data() instanceof HandoverAnswered a && a.answer() == HandoverAnswer.ACCEPTED) {
                String to = Handovers.offer(history, a.handoverId()).map(o -> o.data().toRef()).orElse(null);
                handler = to == null ? handler : to;
            }
        }
        assertThat(Handovers.handlerRef(history)).isEqualTo(handler);
    }

    @Provide
    Arbitrary<List<Long>> seeds() {
        return Arbitraries.longs().list().ofMinSize(1).ofMaxSize(45);
    }

    private static CaseHistory tell(Draft opening, List<Draft> entries) {
        CaseStory story = CaseStory.given(opening);
        for (Draft entry : entries) {
            CaseStory.Asked asked = story.whenDeviating(entry);
            if (asked.refusedBy().isEmpty()) {
                story = asked.thenRecorded();
            }
        }
        return story.history();
    }

    private static boolean open(CaseHistory history, String obligation) {
        return Obligations.open(history).stream().map(OpenOrMet::id).anyMatch(obligation::equals);
    }

    @Property(tries = 200)
    void helpIsEvaluatedUntilItIsSafeOrNot(@ForAll("help") List<Draft> entries) {
        // when
        CaseHistory history = tell(Entries.meldcode(), entries);

        // then
        boolean owed = history.helpPlans().stream().anyMatch(plan -> {
            var evaluations = history.helpEvaluations().stream()
                    .filter(e -> e.data().helpId().equals(plan.data().helpId()))
                    .toList();
            boolean never = evaluations.stream().noneMatch(e -> !e.happened().isBefore(plan.happened()));
            boolean partlyLast = evaluations.stream()
                    .filter(e -> e.data().safetyRestored() == YesNoPartly.PARTLY)
                    .anyMatch(p -> evaluations.stream()
                            .filter(e -> e.sequence() != p.sequence())
                            .noneMatch(e -> follows(e.happened(), e.sequence(), e.data().safetyRestored(), p.happened(), p.sequence())));
            return never || partlyLast;
        });
        assertThat(open(history, "OB-HELP-EVALUATE")).isEqualTo(owed);
    }

    /** A later evaluation follows; on the same day one that is final, or one recorded later. */
    private static boolean follows(
            Happened evaluated, long sequence, YesNoPartly restored, Happened partly, long partlySequence) {
        if (evaluated.isBefore(partly)) {
            return false;
        }
        return evaluated.isAfter(partly) || restored != YesNoPartly.PARTLY || sequence > partlySequence;
    }

    @Provide
    Arbitrary<List<Draft>> help() {
        Arbitrary<UUID> some = Arbitraries.longs().between(2, 6).map(Entries::idOfEntry);
        return onSomeDay(List.of(
                Arbitraries.create(Entries::helpPlan),
                Combinators.combine(some, Arbitraries.of(YesNoPartly.values())).as(Entries::helpEvaluation)));
    }

    private static Arbitrary<List<Draft>> onSomeDay(List<Arbitrary<Draft>> kinds) {
        return Combinators.combine(Arbitraries.oneOf(new ArrayList<>(kinds)), Arbitraries.integers().between(1, 12))
                .as((draft, day) -> draft.at("2026-03-%02d".formatted(day)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
