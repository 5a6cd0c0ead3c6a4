package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.REFS;
import static nl.meldspoor.cases.decide.CaseStory.SUPERVISOR;
import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.closure;
import static nl.meldspoor.cases.decide.Entries.disclosure;
import static nl.meldspoor.cases.decide.Entries.handover;
import static nl.meldspoor.cases.decide.Entries.handoverAnswer;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.HandoverAnswer;
import org.junit.jupiter.api.Test;

class GuidanceTest {

    @Test
    void aFreshCaseSaysWhatCanBeRecordedAndWhatNotAndWhy() {
        // when
        Guidance guidance = given(meldcode()).guidance();

        // then
        assertThat(guidance.allowed())
                .containsExactly(
                        "signals", "consultations", "conversations", "conversation-waivers", "emergency-calls",
                        "police-contacts", "handovers", "evaluations", "improvements", "corrections", "child-checks",
                        "care-checks", "network-maps", "capacity-checks", "decisions", "meldingen", "safety-plans",
                        "help-plans", "erasure", "legal-holds");
        assertThat(guidance.notAllowed())
                .filteredOn(n -> !n.rule().id().equals("GEN-2"))
                .extracting(Guidance.NotAllowed::entry, n -> n.rule().id())
                .containsExactly(
                        tuple("handover-answers", "GEN-3"),
                        tuple("improvement-completions", "GEN-3"),
                        tuple("closures", "CLO-1"),
                        tuple("reopenings", "GEN-4"),
                        tuple("assessments", "ASM-1"),
                        tuple("acknowledgements", "MEL-3"),
                        tuple("feedback", "MEL-3"),
                        tuple("help-evaluations", "GEN-3"),
                        tuple("legal-hold-liftings", "GEN-3"));
        assertThat(guidance.notAllowed())
                .filteredOn(n -> n.rule().id().equals("GEN-2"))
                .hasSize(22)
                .extracting(Guidance.NotAllowed::entry)
                .contains("internal-reports", "sanctions", "announcements");
    }

    @Test
    void anOpenDutyHoldsTheClosing() {
        // when
        Guidance guidance = given(meldcode(), disclosure()).guidance();

        // then
        assertThat(guidance.allowed()).contains("assessments").doesNotContain("closures");
        assertThat(guidance.notAllowed())
                .extracting(Guidance.NotAllowed::entry, n -> n.rule().id())
                .contains(tuple("closures", "CLO-1"));
    }

    @Test
    void aClosedCaseTakesOnlyWhatStillComes() {
        // given
        CaseStory closed = given(meldcode(), signal(), melding(), closure(ClosureGround.OPENED_BY_MISTAKE));

        // when
        Guidance guidance = closed.guidance();

        // then
        assertThat(guidance.allowed()).containsExactly("evaluations", "reopenings", "corrections", "acknowledgements", "feedback", "erasure", "legal-holds");
        assertThat(guidance.notAllowed()).contains(new Guidance.NotAllowed(
                "signals", Rules.byId("GEN-1").orElseThrow(), Rules.byId("GEN-1").orElseThrow().sentence()));
    }

    @Test
    void onlyWhoHandlesOrLeadsIsToldToHandOver() {
        // given
        CaseStory handled = given(meldcode());

        // when
        Guidance ofHandler = handled.guidance();
        Guidance ofSupervisor = handled.as(SUPERVISOR).guidance();
        Guidance ofColleague = handled.as("colleague").guidance();

        // then
        assertThat(ofHandler.allowed()).contains("handovers");
        assertThat(ofSupervisor.allowed()).contains("handovers");
        assertThat(ofColleague.notAllowed())
                .extracting(Guidance.NotAllowed::entry, n -> n.rule().id())
                .contains(tuple("handovers", "HND-4"));
    }

    @Test
    void onlyGiverAndReceiverAreToldToAnswerAnOfferAndOnlyOnce() {
        // given
        CaseStory offered = given(meldcode(), handover("colleague"));

        // when
        CaseStory answered = offered.as("colleague").and(handoverAnswer(idOfEntry(2), HandoverAnswer.REFUSED));

        // then
        assertThat(offered.guidance().allowed()).contains("handover-answers");
        assertThat(offered.as("colleague").guidance().allowed()).contains("handover-answers");
        assertThat(offered.as("another").guidance().notAllowed())
                .extracting(Guidance.NotAllowed::entry, n -> n.rule().id())
                .contains(tuple("handover-answers", "HND-1"));
        assertThat(answered.guidance().notAllowed())
                .extracting(Guidance.NotAllowed::entry, n -> n.rule().id())
                .contains(tuple("handover-answers", "HND-3"));
    }

    @Test
    void onlyEntriesTheCallerCouldMakeAreNamed() {
        // when
        Guidance guidance =
                Guidance.of(given(careRelation()).history(), EnumSet.of(EventType.SIGNAL_RECORDED, EventType.MELDING_MADE), REFS.acting());

        // then
        assertThat(guidance.allowed()).containsExactly("signals");
        assertThat(guidance.notAllowed()).extracting(Guidance.NotAllowed::entry).containsExactly("meldingen");
    }
}
