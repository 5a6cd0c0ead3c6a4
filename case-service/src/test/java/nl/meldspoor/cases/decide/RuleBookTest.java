package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acutelyUnsafe;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.signal;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.history.Obligations;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    @Test
    void everyRuleHasAnIdOfItsOwnASentenceInBothLanguagesAndASource() {
        assertThat(RuleBook.pages()).extracting(RuleBook.Page::id).doesNotHaveDuplicates();
        assertThat(RuleBook.pages()).allSatisfy(page -> {
            assertThat(page.sentence().nl()).matches(".*[.?]").isNotEqualTo(page.sentence().en());
            assertThat(page.sentence().en()).matches(".*[.?]");
            assertThat(page.source()).isNotBlank();
            assertThat(page.ruleClass() != null).isEqualTo(page.kind() == RuleBook.Kind.REFUSAL);
        });
    }

    @Test
    void whateverAReceiptOrAnObligationNamesIsInTheBook() {
        // when
        CaseStory unsafe = given(meldcode(), signal(), acutelyUnsafe());

        // then
        assertThat(RuleBook.byId(((AssessmentMade) unsafe.newest()).receipt().rule())).isPresent();
        assertThat(Obligations.of(unsafe.history())).isNotEmpty().allSatisfy(o -> assertThat(RuleBook.byId(o.id()))
                .isPresent());
    }
}
