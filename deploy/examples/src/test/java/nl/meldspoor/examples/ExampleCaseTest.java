package nl.meldspoor.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ExampleCaseTest {

    static final java.util.List<String> NAMES = ExampleCase.NAMES;

    private final RelativeTime time = new RelativeTime(Instant.parse("2026-03-30T10:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "@-1d,         2026-03-29",
        "@+14d,        2026-04-13",
        "@-1d 01:30,   2026-03-29T00:30:00Z",
        "@-1d 09:00,   2026-03-29T07:00:00Z",
        "@-2h,         2026-03-30T08:00:00Z",
    })
    void aRelativeTimeIsADayOrAMomentInAmsterdam(String text, String expected) {
        assertThat(time.resolve(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyExampleOpensACaseFirstAndNamesItsSource(String name) {
        // when
        ExampleCase example = ExampleCase.read(name);

        // then
        assertThat(example.steps().getFirst().entry()).isEqualTo("cases");
        assertThat(example.source()).matches("00[0-4],.*");
        assertThat(example.steps()).allSatisfy(s -> assertThat(s.body(time, Map.of()).toString()).doesNotContain("\"@"));
    }

    @Test
    void aReferenceStandsForWhatAnEarlierStepGave() {
        // given
        ExampleCase example = ExampleCase.read("06-onthulling");

        // when
        ObjectNode body = example.steps().getLast().body(time, Map.of("$meldingId", "0198f0c2"));

        // then
        assertThat(body.get("meldingId").asText()).isEqualTo("0198f0c2");
    }
}
