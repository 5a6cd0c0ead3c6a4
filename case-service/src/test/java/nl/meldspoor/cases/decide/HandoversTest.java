package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.SUPERVISOR;
import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.correction;
import static nl.meldspoor.cases.decide.Entries.handover;
import static nl.meldspoor.cases.decide.Entries.handoverAnswer;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meldspoor.events.HandoverAnswer;
import nl.meldspoor.events.history.CaseReach;
import org.junit.jupiter.api.Test;

class HandoversTest {

    @Test
    void untilSomebodyAcceptsTheGiverHandlesTheCaseAndTheOneAskedSeesIt() {
        // given
        CaseStory offered = given(meldcode(), handover("colleague"));
        assertThat(CaseReach.of(offered.history()).handlerRef()).isEqualTo("person:recorder");
        assertThat(CaseReach.of(offered.history()).receivedByRefs()).containsExactly("person:colleague");

        // when
        CaseStory accepted = offered.as("colleague").and(handoverAnswer(idOfEntry(2), HandoverAnswer.ACCEPTED));

        // then
        assertThat(CaseReach.of(accepted.history()).handlerRef()).isEqualTo("person:colleague");
    }

    @Test
    void whoRefusesOrIsNoLongerAskedLosesSightOfTheCase() {
        CaseStory offered = given(meldcode(), handover("colleague"));
        CaseStory refused = offered.as("colleague").and(handoverAnswer(idOfEntry(2), HandoverAnswer.REFUSED));
        CaseStory withdrawn = offered.and(handoverAnswer(idOfEntry(2), HandoverAnswer.WITHDRAWN));
        for (CaseStory ended : new CaseStory[] {refused, withdrawn}) {
            assertThat(CaseReach.of(ended.history()).handlerRef()).isEqualTo("person:recorder");
            assertThat(CaseReach.of(ended.history()).receivedByRefs()).isEmpty();
        }
    }

    @Test
    void whoReassignsTheCaseOfSomebodyWhoLeftIsResponsibleUntilTheOtherAccepts() {
        // when
        CaseStory reassigned = given(meldcode()).as(SUPERVISOR).and(handover("colleague"));

        // then: at once, and whatever the answer the case does not go back to who left
        assertThat(CaseReach.of(reassigned.history()).handlerRef()).isEqualTo("person:supervisor");
        CaseStory refused = reassigned.as("colleague").and(handoverAnswer(idOfEntry(2), HandoverAnswer.REFUSED));
        assertThat(CaseReach.of(refused.history()).handlerRef()).isEqualTo("person:supervisor");
        CaseStory withdrawn = reassigned.and(handoverAnswer(idOfEntry(2), HandoverAnswer.WITHDRAWN));
        assertThat(CaseReach.of(withdrawn.history()).handlerRef()).isEqualTo("person:supervisor");
        CaseStory accepted = reassigned.as("colleague").and(handoverAnswer(idOfEntry(2), HandoverAnswer.ACCEPTED));
        assertThat(CaseReach.of(accepted.history()).handlerRef()).isEqualTo("person:colleague");
    }

    @Test
    void aHandlerWhoHadTheCaseHandedToHimLosesSightOfItWhenItIsReassigned() {
        // given
        CaseStory handled = given(meldcode(), handover("colleague"))
                .as("colleague")
                .and(handoverAnswer(idOfEntry(2), HandoverAnswer.ACCEPTED));
        assertThat(CaseReach.of(handled.history()).receivedByRefs()).containsExactly("person:colleague");

        // when
        CaseStory reassigned = handled.as(SUPERVISOR).and(handover("another"));

        // then
        assertThat(CaseReach.of(reassigned.history()).receivedByRefs())
                .containsExactlyInAnyOrder("person:another", "person:supervisor");
    }

    @Test
    void ofTwoOffersOneIsAcceptedAndTheOtherLapses() {
        // given
        CaseStory offered = given(meldcode(), handover("colleague"), handover("another"));

        // when
        CaseStory accepted = offered.as("colleague").and(handoverAnswer(idOfEntry(2), HandoverAnswer.ACCEPTED));

        // then
        assertThat(CaseReach.of(accepted.history()).receivedByRefs()).containsExactly("person:colleague");
        accepted.as("another").when(handoverAnswer(idOfEntry(3), HandoverAnswer.ACCEPTED)).thenRefusedBy("HND-3");
    }

    @Test
    void whoeverCorrectsAReassignmentTheOneWhoMadeItIsResponsible() {
        // given
        CaseStory reassigned = given(meldcode()).as(SUPERVISOR).and(handover("colleague"));

        // when
        CaseStory corrected = reassigned.and(correction(2, handover("another")));

        // then
        assertThat(CaseReach.of(corrected.history()).handlerRef()).isEqualTo("person:supervisor");
        corrected.as("another").and(handoverAnswer(idOfEntry(2), HandoverAnswer.ACCEPTED));
    }
}
