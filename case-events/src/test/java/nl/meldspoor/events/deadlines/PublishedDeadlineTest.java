package nl.meldspoor.events.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedDeadlineTest {

    @Test
    void theRecordIsTheOneOfTheContract() {
        // given
        PublishedDeadline deadline = deadline(Rung.TWO_WORKING_DAYS);

        // when
        Map<String, String> headers = new LinkedHashMap<>();
        deadline.headers().forEach((name, value) -> headers.put(name, new String(value, StandardCharsets.UTF_8)));

        // then
        assertThat(deadline.key()).isEqualTo("0198f0c2-0000-7000-8000-000000000001");
        assertThat(headers)
                .containsExactly(
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "0198f0c3-0000-5000-8000-000000000002"),
                        Map.entry("ce_type", "nl.meldspoor.deadlines.deadline-approached.v1"),
                        Map.entry("ce_source", "urn:nld:kvknr:12345678:systeem:meldspoor"),
                        Map.entry("ce_subject", "0198f0c2-0000-7000-8000-000000000001"),
                        Map.entry("ce_time", "2026-03-09T06:00:00.123Z"),
                        Map.entry("ce_sequence", "4"),
                        Map.entry("ce_sequencetype", "Integer"),
                        Map.entry("ce_partitionkey", "0198f0c2-0000-7000-8000-000000000001"));
        assertThat(new String(deadline.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"organisation\":\"de-linde\",\"caseId\":\"0198f0c2-0000-7000-8000-000000000001\","
                        + "\"obligation\":\"OB-IGJ-VIOLENCE\",\"kind\":\"IGJ-REPORT\",\"dueOn\":\"2026-03-11\","
                        + "\"rung\":\"TWO_WORKING_DAYS\",\"workingDaysLeft\":2}");
    }

    @ParameterizedTest
    @EnumSource(Rung.class)
    void whatIsWrittenIsReadBack(Rung rung) {
        assertThat(PublishedDeadline.read(deadline(rung).headers(), deadline(rung).value())).isEqualTo(deadline(rung));
    }

    @ParameterizedTest
    @CsvSource({
        "HALF_TERM, approached", "ONE_WEEK, approached", "TWO_WORKING_DAYS, approached", "ONE_WORKING_DAY, approached",
        "DUE_DAY, approached", "MISSED, missed", "MET, met"
    })
    void theTypeSaysWhatHappened(Rung rung, String happened) {
        assertThat(rung.happening().cloudEventType()).isEqualTo("nl.meldspoor.deadlines.deadline-" + happened + ".v1");
    }

    @Test
    void anythingElseIsRefusedWithoutRepeatingIt() {
        // given
        Map<String, byte[]> headers = deadline(Rung.MET).headers();

        // then
        assertThatThrownBy(() -> PublishedDeadline.read(headers, "{\"rung\":\"secret\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> PublishedDeadline.read(Map.of(), deadline(Rung.MET).value()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PublishedDeadline deadline(Rung rung) {
        return new PublishedDeadline(
                UUID.fromString("0198f0c3-0000-5000-8000-000000000002"),
                "urn:nld:kvknr:12345678:systeem:meldspoor",
                4,
                Instant.parse("2026-03-09T06:00:00.123Z"),
                "de-linde",
                UUID.fromString("0198f0c2-0000-7000-8000-000000000001"),
                "OB-IGJ-VIOLENCE",
                "IGJ-REPORT",
                LocalDate.of(2026, 3, 11),
                rung,
                2);
    }
}
