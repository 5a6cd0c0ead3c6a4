package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
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
    void aSupervisorOffersTheCaseOfSomebodyWhoLeft() {
        CaseStory reassigned = given(meldcode()).as("supervisor").and(handover("colleague"));
        CaseStory accepted = reassigned.as("colleague").and(handoverAnswer(idOfEntry(2), HandoverAnswer.ACCEPTED));
        assertThat(CaseReach.of(accepted.history()).handlerRef()).isEqualTo("person:colleague");
    }
}
