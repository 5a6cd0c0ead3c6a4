package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.consultation;
import static nl.meldspoor.cases.decide.Entries.conversation;
import static nl.meldspoor.cases.decide.Entries.hearing;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.internalReport;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static nl.meldspoor.cases.decide.Entries.safetyMeasure;
import static nl.meldspoor.cases.decide.Entries.signal;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.SafetyMeasureKind;
import nl.meldspoor.events.YesNoPartly;
import org.junit.jupiter.api.Test;

class CareRelationObligationsTest {

    @Test
    void aSignalIsReportedInternallyUnlessTheConcernWasGone() {
        CaseStory withSignal = given(careRelation(), signal()).thenOpen("OB-INTERNAL-REPORT");
        CaseStory gone = withSignal.and(consultation(ConsultedParty.SUPERVISOR).but("concernsRemoved", true));
        gone.thenOpen().and(signal().at("2026-03-08")).thenOpen("OB-INTERNAL-REPORT");
        withSignal.and(consultation(ConsultedParty.SUPERVISOR)).thenOpen("OB-INTERNAL-REPORT");
    }

    @Test
    void anInternalReportAsksToStopToHearBothSidesAndToJudge() {
        CaseStory reported = given(careRelation(), internalReport(AccusedKind.STAFF));
        reported.thenOpen("OB-STOP", "OB-HEAR-CLIENT", "OB-HEAR-ACCUSED", "OB-INVESTIGATE");
        reported.and(
                        safetyMeasure(SafetyMeasureKind.NONE_NEEDED),
                        conversation(ConversationParty.CLIENT, YesNoPartly.NO),
                        hearing(),
                        judgement(Qualification.INCIDENT))
                .thenOpen()
                .thenMet("OB-STOP", "OB-HEAR-CLIENT", "OB-HEAR-ACCUSED", "OB-INVESTIGATE");
    }

    @Test
    void stoppingMayComeBeforeTheReport() {
        given(careRelation(), safetyMeasure(SafetyMeasureKind.OFF_DUTY), internalReport(AccusedKind.NONE))
                .thenOpen("OB-HEAR-CLIENT", "OB-INVESTIGATE");
    }

    @Test
    void eachReportableKindIsReportedByItsOwnCategory() {
        CaseStory judged = given(careRelation(), judgement(Qualification.CALAMITY))
                .whenDeviating(judgement(Qualification.VIOLENCE_IN_CARE_RELATION))
                .thenRecorded();
        judged.thenOpen("OB-IGJ-CALAMITY", "OB-IGJ-VIOLENCE");
        judged.and(igjReport(IGJCategory.CALAMITY)).thenOpen("OB-IGJ-VIOLENCE");
        assertThat(judged.obligation("OB-IGJ-CALAMITY").dueOn()).isEqualTo("2026-03-11");
    }
}
