package nl.meldspoor.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import nl.meldspoor.http.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitTest {

    /** Midnight of the Netherlands, in winter and in summer. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T23:00:00Z, 3 maart 2026",
        "2026-07-02T22:00:00Z, 3 juli 2026",
        "2026-03-02T23:01:00Z, 3 maart 2026 00:01",
        "2026-07-02T23:00:00Z, 3 juli 2026 01:00"
    })
    void whatKnowsItsDayOnlyIsToldByDay(Instant moment, String words) {
        assertThat(new Visit(Optional.empty(), Language.NL, "/", null).happened(moment)).isEqualTo(words);
    }
}
