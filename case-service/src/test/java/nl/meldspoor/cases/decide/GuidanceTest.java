package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.closure;
import static nl.meldspoor.cases.decide.Entries.disclosure;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.EventType;
import org.junit.jupiter.api.Test;

class GuidanceTest {

    @Test
    void aFreshCaseSaysWhatCanBeRecordedAndWhatNotAndWhy() {
        // when
        Guidance guidance = given(meldcode()).guidance();

        // then
        assertThat(guidance.allowed())
                .containsExactly(
                        "signals", "consultations", "conversations", "conversation-waivers", "decisions", "meldingen", "closures");
        assertThat(guidance.notAllowed())
                .extracting(Guidance.NotAllowed::entry, n -> n.rule().id())
                .containsExactly(
                        tuple("assessments", "ASM-1"),
                        tuple("acknowledgements", "MEL-3"),
                        tuple("feedback", "MEL-3"),
                        tuple("internal-reports", "GEN-2"),
                        tuple("safety-measures", "GEN-2"),
                        tuple("hearings", "GEN-2"),
                        tuple("hearing-waivers", "GEN-2"),
                        tuple("judgements", "GEN-2"),
                        tuple("igj-reports", "GEN-2"));
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
        assertThat(guidance.allowed()).containsExactly("acknowledgements", "feedback");
        assertThat(guidance.notAllowed()).contains(new Guidance.NotAllowed(
                "signals", Rules.byId("GEN-1").orElseThrow(), Rules.byId("GEN-1").orElseThrow().sentence()));
    }

    @Test
    void onlyEntriesTheCallerCouldMakeAreNamed() {
        // when
        Guidance guidance =
                Guidance.of(given(careRelation()).history(), EnumSet.of(EventType.SIGNAL_RECORDED, EventType.MELDING_MADE));

        // then
        assertThat(guidance.allowed()).containsExactly("signals");
        assertThat(guidance.notAllowed()).extracting(Guidance.NotAllowed::entry).containsExactly("meldingen");
    }
}
