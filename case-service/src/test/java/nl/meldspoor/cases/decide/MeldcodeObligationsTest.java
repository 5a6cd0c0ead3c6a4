package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acutelyUnsafe;
import static nl.meldspoor.cases.decide.Entries.adviceOfVeiligThuis;
import static nl.meldspoor.cases.decide.Entries.consultation;
import static nl.meldspoor.cases.decide.Entries.conversation;
import static nl.meldspoor.cases.decide.Entries.decisions;
import static nl.meldspoor.cases.decide.Entries.feedback;
import static nl.meldspoor.cases.decide.Entries.helpIsPossible;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.inDoubt;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.noSuspicion;
import static nl.meldspoor.cases.decide.Entries.signal;
import static nl.meldspoor.cases.decide.Entries.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.Framework;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.history.ObligationState;
import org.junit.jupiter.api.Test;

class MeldcodeObligationsTest {

    @Test
    void aSignalAsksForAConsultationAndThatForAConversation() {
        CaseStory withSignal = given(meldcode(), signal(), signal()).thenOpen("OB-CONSULT");
        CaseStory consulted = withSignal.and(consultation(ConsultedParty.COLLEAGUE)).thenOpen("OB-CONVERSE");
        consulted.and(conversation(ConversationParty.CHILD, YesNoPartly.YES)).thenOpen("OB-CONVERSE");
        consulted.and(conversation(ConversationParty.PARENT, YesNoPartly.YES)).thenOpen();
        consulted.and(waiver(Waivable.MELDING_ANNOUNCEMENT, WaiverGround.SAFETY)).thenOpen("OB-CONVERSE");
    }

    @Test
    void concernsThatStayAndAConversationThatIsWaivedAskForWeighing() {
        CaseStory consulted = given(meldcode(), signal(), consultation(ConsultedParty.COLLEAGUE));
        consulted.and(conversation(ConversationParty.CLIENT, YesNoPartly.PARTLY)).thenOpen("OB-ASSESS");
        consulted.and(waiver(Waivable.CONVERSATION, WaiverGround.SAFETY))
                .thenOpen("OB-ASSESS")
                .and(noSuspicion())
                .thenOpen();
    }

    @Test
    void weighingBeforeTheConversationIsNotWeighingAfterIt() {
        given(
                        meldcode(),
                        signal(),
                        consultation(ConsultedParty.COLLEAGUE),
                        noSuspicion().at("2026-03-02T18:00"),
                        conversation(ConversationParty.CLIENT, YesNoPartly.NO))
                .thenOpen("OB-ASSESS");
    }

    @Test
    void weighingOnTheDayOfTheWaiverCounts() {
        given(
                        meldcode(),
                        signal(),
                        consultation(ConsultedParty.COLLEAGUE),
                        waiver(Waivable.CONVERSATION, WaiverGround.SAFETY),
                        noSuspicion().at("2026-03-03T08:00"))
                .thenOpen();
    }

    @Test
    void doubtAsksForAdviceAfterIt() {
        CaseStory doubt = given(meldcode(), signal(), adviceOfVeiligThuis(), inDoubt());
        doubt.thenOpen("OB-CONVERSE", "OB-ADVICE");
        doubt.and(adviceOfVeiligThuis().at("2026-03-05")).thenOpen("OB-CONVERSE");
    }

    @Test
    void aPhysicianConsultsVeiligThuisBeforeReporting() {
        CaseStory physician = given(meldcode().but("framework", Framework.KNMG), signal(), acutelyUnsafe());
        assertThat(physician.obligation("OB-ADVICE-BEFORE-REPORT").isOpen()).isTrue();
        assertThat(physician.obligation("OB-ADVICE-BEFORE-REPORT").blocksClosing()).isFalse();
        assertThat(physician.and(adviceOfVeiligThuis()).obligation("OB-ADVICE-BEFORE-REPORT").isOpen()).isFalse();
        assertThat(physician.and(melding()).obligation("OB-ADVICE-BEFORE-REPORT").isOpen()).isFalse();
        given(meldcode(), signal(), acutelyUnsafe()).thenNeverArose("OB-ADVICE-BEFORE-REPORT");
    }

    @Test
    void reportingAndHelpAreDecidedAfterEachWeighing() {
        CaseStory help = given(meldcode(), signal(), helpIsPossible());
        help.thenObligation("OB-DECIDE", ObligationState.OPEN, 3);
        CaseStory decided = help.and(decisions(false, true));
        decided.thenObligation("OB-DECIDE", ObligationState.MET, 3);
        decided.and(acutelyUnsafe().at("2026-03-08")).thenObligation("OB-DECIDE", ObligationState.OPEN, 5);
    }

    @Test
    void closingIsDiscussedWithTheClient() {
        CaseStory closing = given(
                meldcode(),
                signal(),
                conversation(ConversationParty.CLIENT, YesNoPartly.NO),
                noSuspicion().but("discussedWithClient", false).but("clientReaction", null));
        closing.thenObligation("OB-INFORM-CLOSE", ObligationState.OPEN, 4);
        closing.and(conversation(ConversationParty.CLIENT, YesNoPartly.YES).at("2026-03-05"))
                .thenObligation("OB-INFORM-CLOSE", ObligationState.MET, 4);
        given(meldcode(), signal(), noSuspicion()).thenNeverArose("OB-INFORM-CLOSE");
    }

    @Test
    void aMeldingNotTakenUpIsWeighedAgain() {
        CaseStory notTakenUp = given(
                meldcode(), signal(), acutelyUnsafe(), melding(), feedback(idOfEntry(4), FeedbackKind.NOT_TAKEN_UP));
        notTakenUp.thenObligation("OB-REASSESS", ObligationState.OPEN, 5);
        notTakenUp.and(noSuspicion().at("2026-03-10")).thenObligation("OB-REASSESS", ObligationState.MET, 5);
    }

    @Test
    void feedbackIsSoughtForEachMelding() {
        CaseStory twice = given(meldcode(), melding(), melding().at("2026-03-08"));
        CaseStory heardOfTheSecond = twice.and(feedback(idOfEntry(3), FeedbackKind.TAKEN_UP));
        heardOfTheSecond.thenObligation("OB-SEEK-FEEDBACK", ObligationState.OPEN, 2);
        heardOfTheSecond.and(feedback(idOfEntry(2), FeedbackKind.TAKEN_UP))
                .thenObligation("OB-SEEK-FEEDBACK", ObligationState.MET, 3);
    }
}
