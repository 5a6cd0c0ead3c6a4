package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acutelyUnsafe;
import static nl.meldspoor.cases.decide.Entries.decisions;
import static nl.meldspoor.cases.decide.Entries.disclosure;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.noSuspicion;
import static nl.meldspoor.cases.decide.Entries.signal;

import nl.meldspoor.events.history.ObligationState;
import org.junit.jupiter.api.Test;

class TheDutyToReportTest {

    @Test
    void standsFromTheVeryEntryThatCausesIt() {
        given(meldcode(), disclosure()).thenObligation("OB-REPORT", ObligationState.OPEN, 2);
        given(meldcode(), signal(), acutelyUnsafe()).thenObligation("OB-REPORT", ObligationState.OPEN, 3);
        given(meldcode(), decisions(true, false)).thenObligation("OB-REPORT", ObligationState.OPEN, 2);
    }

    @Test
    void isMetByAMeldingThatFollows() {
        given(meldcode(), signal(), acutelyUnsafe(), melding()).thenObligation("OB-REPORT", ObligationState.MET, 3);
    }

    @Test
    void doesNotAriseWhenAMeldingAlreadyFollowedThoseFacts() {
        // given
        CaseStory reported = given(meldcode(), signal(), melding());

        // when
        CaseStory recordedLater = reported.and(acutelyUnsafe());

        // then
        recordedLater.thenNeverArose("OB-REPORT");
    }

    @Test
    void isNotMetByAMeldingThatHappenedBeforeThoughRecordedAfter() {
        // given
        CaseStory unsafe = given(meldcode(), signal(), acutelyUnsafe());

        // when
        CaseStory stillUnsafe = unsafe.and(melding().at("2026-03-02"));

        // then
        stillUnsafe.thenObligation("OB-REPORT", ObligationState.OPEN, 3);
    }

    @Test
    void arisesAgainAfterNewFacts() {
        // given
        CaseStory reported = given(meldcode(), signal(), acutelyUnsafe(), melding());

        // when
        CaseStory disclosedLater = reported.and(disclosure().at("2026-03-08"));

        // then
        disclosedLater.thenObligation("OB-REPORT", ObligationState.OPEN, 5);
        disclosedLater.and(melding().at("2026-03-09")).thenObligation("OB-REPORT", ObligationState.MET, 5);
    }

    @Test
    void isNotWeighedAway() {
        given(meldcode(), signal(), acutelyUnsafe(), noSuspicion().at("2026-03-05"))
                .thenObligation("OB-REPORT", ObligationState.OPEN, 3);
    }

    @Test
    void staysOpenWhenTheMeldingFollowsOnlyTheFirstOfTwoCauses() {
        given(meldcode(), signal(), acutelyUnsafe(), disclosure().at("2026-03-07"), melding())
                .thenObligation("OB-REPORT", ObligationState.OPEN, 3);
    }

    @Test
    void doesNotAriseAgainFromADecisionThatComesAfterTheMelding() {
        // given
        CaseStory reportedAtOnce = given(meldcode(), signal(), acutelyUnsafe(), melding().at("2026-03-04T14:00"));

        // when
        CaseStory decided = reportedAtOnce.and(decisions(true, false));

        // then
        decided.thenObligation("OB-REPORT", ObligationState.MET, 3);
    }

    @Test
    void arisesFromADecisionThatRestsOnWhatWasSeenAfterTheMelding() {
        // given
        CaseStory reportedAtOnce = given(meldcode(), signal(), acutelyUnsafe(), melding().at("2026-03-04T14:00"));

        // when
        CaseStory decided = reportedAtOnce.and(signal().at("2026-03-04T20:00"), decisions(true, false));

        // then
        decided.thenObligation("OB-REPORT", ObligationState.OPEN, 6);
    }
}
