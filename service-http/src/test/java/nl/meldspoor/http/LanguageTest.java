package nl.meldspoor.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"|NL", "''|NL", "nl|NL", "en|EN", "en-GB|EN", "fr|NL", "fr, en;q=0.5|EN", "en;q=0.1, nl|NL", "nl;q=0.3, en;q=0.8|EN", "*|NL", ";;;|NL", "en;q=x|NL"})
    void dutchUnlessEnglishIsAskedFor(String header, Language expected) {
        var language = Language.of(header);

        assertThat(language).isEqualTo(expected);
    }
}
