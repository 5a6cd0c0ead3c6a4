package nl.meldspoor.reporting.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.meldspoor.reporting.deadlines.DeadlineKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermWordsTest {

    @ParameterizedTest
    @CsvSource({"-6, 6 werkdagen te laat", "-1, 1 werkdag te laat", "0, vandaag", "1, nog 1 werkdag", "2, nog 2 werkdagen"})
    void theDaysLeftAreSaidAsPeopleSayThem(int workingDays, String said) {
        assertThat(TermWords.left(workingDays).nl()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-03, sinds vandaag", "2026-03-02, sinds gisteren", "2026-02-28, al 3 dagen"})
    void howLongSomethingStandsIsSaidAsPeopleSayIt(LocalDate since, String said) {
        assertThat(TermWords.since(since, LocalDate.of(2026, 3, 3)).nl()).isEqualTo(said);
    }

    @Test
    void everythingThatCanBeDueHasWordsInBothLanguages() {
        assertThat(DeadlineKinds.IDS).isNotEmpty().allSatisfy(kind -> {
            assertThat(TermWords.kind(kind).nl()).doesNotContain(kind).isNotBlank();
            assertThat(TermWords.kind(kind).en()).doesNotContain(kind).isNotBlank();
        });
    }
}
