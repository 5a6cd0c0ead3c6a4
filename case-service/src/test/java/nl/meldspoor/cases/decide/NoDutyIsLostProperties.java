package nl.meldspoor.cases.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;

/**
 * Whatever the order of entries, a duty stands as long as its cause has no meeting entry. Each is said once more, the slow way, and never
 * with the code that derives it.
 */
class NoDutyIsLostProperties {

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

    @Property(tries = 200)
    void aCrimeSuspicionWaitsForThePolice(@ForAll("crime") List<Draft> entries) {
        // when
        CaseHistory history = tell(Entries.careRelation(), entries);

        // then
        boolean owed = history.crimeChecks().stream()
                .filter(c -> c.data().suspected() != Answer.NO)
                .anyMatch(c -> history.policeContacts().stream().noneMatch(p -> !p.happened().isBefore(c.happened())));
        assertThat(open(history, "OB-POLICE")).isEqualTo(owed);
    }

    @Property(tries = 200)
    void whatTheInspectorateAsksIsSentAfterwards(@ForAll("inspectorate") List<Draft> entries) {
        // when
        CaseHistory history = tell(Entries.careRelation(), entries);

        // then
        boolean supplementOwed = history.igjResponses().stream()
                .filter(r -> r.data().kind() == IGJResponseKind.SUPPLEMENT_REQUESTED)
                .anyMatch(r -> history.igjSupplements().stream().noneMatch(s -> !s.happened().isBefore(r.happened())));
        boolean investigationOwed = history.igjResponses().stream()
                .filter(r -> r.data().kind() == IGJResponseKind.INVESTIGATION_REQUESTED)
                .anyMatch(r -> history.igjInvestigationReports().stream()
                        .noneMatch(s -> !s.happened().isBefore(r.happened())));
        assertThat(open(history, "OB-IGJ-SUPPLEMENT")).isEqualTo(supplementOwed);
        assertThat(open(history, "OB-IGJ-INVESTIGATION")).isEqualTo(investigationOwed);
    }

    @Property(tries = 200)
    void everySilenceIsLifted(@ForAll("silences") List<Draft> entries) {
        // when
        CaseHistory history = tell(Entries.careRelation(), entries);

        // then
        boolean owed = history.silences().stream()
                .anyMatch(s -> history.silenceLiftings().stream()
                        .noneMatch(l -> l.data().silenceId().equals(s.data().silenceId())));
        assertThat(open(history, "OB-LIFT-SILENCE")).isEqualTo(owed);
    }

    @Provide
    Arbitrary<List<Draft>> help() {
        Arbitrary<UUID> some = Arbitraries.longs().between(2, 6).map(Entries::idOfEntry);
        return onSomeDay(List.of(
                Arbitraries.create(Entries::helpPlan),
                Combinators.combine(some, Arbitraries.of(YesNoPartly.values())).as(Entries::helpEvaluation)));
    }

    @Provide
    Arbitrary<List<Draft>> crime() {
        return onSomeDay(List.of(
                Arbitraries.of(Answer.values()).map(Entries::crimeCheck), Arbitraries.create(Entries::policeContact)));
    }

    @Provide
    Arbitrary<List<Draft>> inspectorate() {
        return onSomeDay(List.of(
                Arbitraries.of(IGJResponseKind.values()).map(Entries::igjResponse),
                Arbitraries.create(Entries::igjSupplement),
                Arbitraries.create(Entries::igjInvestigationReport)));
    }

    @Provide
    Arbitrary<List<Draft>> silences() {
        Arbitrary<UUID> some = Arbitraries.longs().between(2, 6).map(Entries::idOfEntry);
        return onSomeDay(List.of(Arbitraries.create(Entries::silence), some.map(Entries::silenceLifted)));
    }

    private static Arbitrary<List<Draft>> onSomeDay(List<Arbitrary<Draft>> kinds) {
        return Combinators.combine(Arbitraries.oneOf(new ArrayList<>(kinds)), Arbitraries.integers().between(1, 12))
                .as((draft, day) -> draft.at("2026-03-%02d".formatted(day)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
