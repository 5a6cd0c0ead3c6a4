package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acutelyUnsafe;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.closure;
import static nl.meldspoor.cases.decide.Entries.correction;
import static nl.meldspoor.cases.decide.Entries.disclosure;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.igjResponse;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.noSuspicion;
import static nl.meldspoor.cases.decide.Entries.reopening;
import static nl.meldspoor.cases.decide.Entries.signal;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.Confirmation;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.history.ObligationState;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    @Test
    void aDisclosureThatIsTakenBackObligesNoLonger() {
        CaseStory disclosed = given(meldcode(), disclosure()).thenObligation("OB-REPORT", ObligationState.OPEN, 2);
        CaseStory takenBack = disclosed.and(correction(2, null));
        takenBack.thenNeverArose("OB-REPORT").thenNeverArose("OB-CONSULT");
        assertThat(takenBack.history().events()).hasSize(3);
        assertThat(takenBack.history().signals()).isEmpty();
    }

    @Test
    void aReplacementIsWeighedAnewAndObligesFromItsPlace() {
        // given
        CaseStory weighed = given(meldcode(), signal(), noSuspicion()).thenNeverArose("OB-REPORT");

        // when
        CaseStory corrected = weighed.and(correction(3, acutelyUnsafe()));

        // then
        assertThat(((AssessmentMade) ((EntryCorrected) corrected.newest()).replacement()).outcome())
                .isEqualTo(AssessmentOutcome.REPORT);
        corrected.thenObligation("OB-REPORT", ObligationState.OPEN, 3);
    }

    @Test
    void aMeldingTakenBackLeavesTheDutyOpenAgainAndACorrectedOneKeepsItsId() {
        // given
        CaseStory reported = given(meldcode(), disclosure(), melding());
        var meldingId = ((MeldingMade) reported.newest()).meldingId();

        // then
        assertThat(reported.and(correction(3, null)).obligation("OB-REPORT").isOpen()).isTrue();
        CaseStory corrected = reported.and(correction(3, melding().but("facts", "andere feiten")));
        assertThat(corrected.history().melding(meldingId)).isPresent();
        assertThat(corrected.obligation("OB-REPORT").isOpen()).isFalse();
    }

    @Test
    void theConfirmationOfAReportComesWithACorrection() {
        CaseStory filed = given(careRelation(), igjReport(IGJCategory.CALAMITY));
        filed.thenObligation("OB-IGJ-CONFIRMATION", ObligationState.OPEN, 2);
        filed.and(correction(2, igjReport(IGJCategory.CALAMITY).but("confirmation", new Confirmation("b.pdf", "0".repeat(64)))))
                .thenObligation("OB-IGJ-CONFIRMATION", ObligationState.MET, 2);
    }

    @Test
    void aClosedCaseIsCorrectedAndReopened() {
        CaseStory closed = given(meldcode(), signal(), closure(ClosureGround.OPENED_BY_MISTAKE));
        CaseStory corrected = closed.and(correction(2, disclosure()));
        assertThat(corrected.history().closed()).isTrue();
        assertThat(corrected.obligation("OB-REPORT").isOpen()).isTrue();
        assertThat(corrected.and(reopening()).history().closed()).isFalse();
    }

    @Test
    void aRequestOfTheInspectorateReopens() {
        CaseStory closed = given(careRelation(), closure(ClosureGround.OPENED_BY_MISTAKE));
        assertThat(closed.and(igjResponse(IGJResponseKind.RECEIPT)).history().closed()).isTrue();
        CaseStory asked = closed.and(igjResponse(IGJResponseKind.SUPPLEMENT_REQUESTED));
        assertThat(asked.history().closed()).isFalse();
        asked.thenOpen("OB-IGJ-SUPPLEMENT");
        assertThat(asked.obligation("OB-IGJ-SUPPLEMENT").dueOn()).isEqualTo("2026-03-24");
    }
}
