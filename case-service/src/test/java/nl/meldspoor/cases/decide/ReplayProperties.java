package nl.meldspoor.cases.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.SafetyMeasureKind;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNo;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.YesNoUnknown;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.Happened;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.terms.AmsterdamDay;

/** Random entries in any order; jqwik prints the seed of a failure. */
class ReplayProperties {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");

    /** What was accepted, one after the other; refused entries leave no trace. */
    private static CaseStory tell(Draft opening, List<Draft> entries) {
        CaseStory story = CaseStory.given(opening);
        for (Draft entry : entries) {
            CaseStory.Asked asked = story.when(entry);
            if (!asked.refusedBy().isEmpty()) {
                asked = story.whenDeviating(entry);
            }
            if (asked.refusedBy().isEmpty()) {
                story = asked.thenRecorded();
            }
        }
        return story;
    }

    @Property(tries = 300)
    void replayedStateEqualsLiveState(@ForAll("openings") Draft opening, @ForAll("entries") List<Draft> entries) {
        // given: the live state, one event after the other
        List<RecordedEvent> recorded = tell(opening, entries).history().events();
        CaseHistory live = CaseHistory.of(recorded.subList(0, 1));
        for (RecordedEvent event : recorded.subList(1, recorded.size())) {
            live = live.with(event);
        }

        // when
        CaseHistory replayed = CaseHistory.of(recorded);

        // then
        assertThat(Obligations.of(replayed)).isEqualTo(Obligations.of(live));
        assertThat(Steps.of(replayed)).isEqualTo(Steps.of(live));
        assertThat(Deadlines.of(replayed, TODAY)).isEqualTo(Deadlines.of(live, TODAY));
        assertThat(CaseReach.of(replayed)).isEqualTo(CaseReach.of(live));
        assertThat(replayed.latestAssessment()).isEqualTo(live.latestAssessment());
        assertThat(replayed.standingDisclosure()).isEqualTo(live.standingDisclosure());
        assertThat(replayed.closed()).isEqualTo(live.closed());
        assertThat(replayed.version()).isEqualTo(recorded.size());
    }

    @Property(tries = 300)
    void theDutyToReportIsNeverLostWhileItsCauseStandsWithoutAMelding(@ForAll("entries") List<Draft> entries) {
        // when
        CaseHistory history = tell(Entries.meldcode(), entries).history();

        // then: said once more, the slow way
        boolean causeWithoutMelding = history.events().stream()
                .filter(ReplayProperties::causesADutyToReport)
                .anyMatch(cause -> history.meldingen().stream()
                        .noneMatch(m -> !m.happened().isBefore(factsOf(cause, history))));
        boolean open = Obligations.open(history).stream().anyMatch(o -> o.id().equals("OB-REPORT"));
        assertThat(open).isEqualTo(causeWithoutMelding);
    }

    @Property(tries = 300)
    void everyVersionOfACaseIsTheCaseOfThen(@ForAll("openings") Draft opening, @ForAll("entries") List<Draft> entries) {
        // given
        CaseHistory now = tell(opening, entries).history();

        for (long version = 1; version <= now.version(); version++) {
            // when
            CaseHistory then = now.upTo(version).orElseThrow();

            // then
            CaseHistory foldedThen = CaseHistory.of(now.events().subList(0, (int) version));
            assertThat(Obligations.of(then)).isEqualTo(Obligations.of(foldedThen));
            assertThat(CaseReach.of(then)).isEqualTo(CaseReach.of(foldedThen));
        }
    }

    /** A decision rests on the last weighing or confirming signal before it. */
    private static Happened factsOf(RecordedEvent cause, CaseHistory history) {
        Happened own = Happened.of(cause);
        if (!(cause.data() instanceof DecisionsTaken)) {
            return own;
        }
        Happened latest = null;
        for (RecordedEvent event : history.events()) {
            boolean fact = event.data() instanceof AssessmentMade
                    || (event.data() instanceof SignalRecorded s && s.direction() == Direction.CONFIRMS);
            Happened when = Happened.of(event);
            if (fact && !when.isAfter(own) && (latest == null || when.isAfter(latest))) {
                latest = when;
            }
        }
        return latest == null ? own : latest;
    }

    private static boolean causesADutyToReport(RecordedEvent event) {
        return switch (event.data()) {
            case SignalRecorded s -> s.disclosure();
            case AssessmentMade a -> a.outcome() == AssessmentOutcome.REPORT;
            case DecisionsTaken d -> d.reportNecessary();
            default -> false;
        };
    }

    @Provide
    Arbitrary<Draft> openings() {
        return Arbitraries.of(Entries.meldcode(), Entries.careRelation());
    }

    @Provide
    Arbitrary<List<Draft>> entries() {
        return Combinators.combine(entry(), Arbitraries.integers().between(0, 24 * 20))
                .as((draft, hours) -> movedTo(draft, START.plus(Duration.ofHours(hours))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static Draft movedTo(Draft draft, Instant moment) {
        EventShape.Member member =
                EventShape.of(draft.entry().getClass()).happenedAt().orElseThrow();
        return draft.but(member.name(), member.type() == LocalDate.class ? AmsterdamDay.of(moment) : moment);
    }

    private static Arbitrary<Draft> entry() {
        Arbitrary<Draft> assessments = Combinators.combine(
                        Arbitraries.of(Answer.values()),
                        Arbitraries.of(Answer.values()),
                        Arbitraries.of(Answer.values()),
                        Arbitraries.of(YesNo.values()),
                        Arbitraries.of(YesNo.values()),
                        Arbitraries.of(YesNoUnknown.values()))
                .as((suspicion, acute, structural, effective, accepted, safety) -> Entries.assessment(
                                suspicion, acute, structural)
                        .but("effectiveHelp", effective)
                        .but("helpAccepted", accepted)
                        .but("helpLeadsToSafety", safety));
        Arbitrary<Draft> conversations = Combinators.combine(
                        Arbitraries.of(ConversationParty.values()), Arbitraries.of(YesNoPartly.values()))
                .as(Entries::conversation);
        Arbitrary<Draft> waivers = Combinators.combine(
                        Arbitraries.of(Waivable.values()), Arbitraries.of(WaiverGround.values()))
                .as(Entries::waiver);
        Arbitrary<Draft> decisions = Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Entries::decisions);
        Arbitrary<Draft> feedback = Combinators.combine(
                        Arbitraries.longs().between(2, 31), Arbitraries.of(FeedbackKind.values()))
                .as((melding, kind) -> Entries.feedback(Entries.idOfEntry(melding), kind));
        Arbitrary<Draft> reports = Combinators.combine(
                        Arbitraries.of(AccusedKind.values()), Arbitraries.of("somebody", "somebody-else").injectNull(0.5))
                .as((kind, user) -> Entries.internalReport(kind).but("accusedUser", user));
        return Arbitraries.oneOf(
                Arbitraries.of(Entries.signal(), Entries.disclosure()),
                Arbitraries.of(ConsultedParty.values()).map(Entries::consultation),
                Arbitraries.of(List.of(Entries.adviceOfVeiligThuis())),
                conversations,
                waivers,
                assessments,
                decisions,
                Arbitraries.of(List.of(Entries.melding())),
                feedback,
                reports,
                Arbitraries.of(SafetyMeasureKind.values()).map(Entries::safetyMeasure),
                Arbitraries.of(List.of(Entries.hearing())),
                Arbitraries.of(HearingWaiverGround.values()).map(Entries::hearingWaiver),
                Arbitraries.of(Qualification.values()).map(Entries::judgement),
                Arbitraries.of(IGJCategory.values()).map(Entries::igjReport),
                Arbitraries.of(ClosureGround.values()).map(Entries::closure));
    }
}
