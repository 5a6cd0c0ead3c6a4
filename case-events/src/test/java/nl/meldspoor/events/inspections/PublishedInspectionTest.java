package nl.meldspoor.events.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedInspectionTest {

    @Test
    void theRecordIsTheOneOfTheContract() {
        // given
        PublishedInspection inspection = inspection(Route.MELDCODE);

        // when
        Map<String, String> headers = new LinkedHashMap<>();
        inspection.headers().forEach((name, value) -> headers.put(name, new String(value, StandardCharsets.UTF_8)));

        // then
        assertThat(inspection.key()).isEqualTo("0198f0c2-0000-7000-8000-000000000001");
        assertThat(headers)
                .containsExactly(
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "0198f0c3-0000-7000-8000-000000000002"),
                        Map.entry("ce_type", "nl.meldspoor.inspections.inspection-opened.v1"),
                        Map.entry("ce_source", "urn:nld:kvknr:12345678:systeem:meldspoor"),
                        Map.entry("ce_subject", "0198f0c2-0000-7000-8000-000000000001"),
                        Map.entry("ce_time", "2026-03-09T06:00:00.123Z"),
                        Map.entry("ce_partitionkey", "0198f0c2-0000-7000-8000-000000000001"));
        assertThat(new String(inspection.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"organisation\":\"de-linde\",\"caseId\":\"0198f0c2-0000-7000-8000-000000000001\","
                        + "\"route\":\"MELDCODE\",\"personRef\":\"b3\",\"recordedAt\":\"2026-03-09T06:00:00.123Z\","
                        + "\"validUntil\":\"2026-03-09T14:00:00.123Z\"}");
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void whatIsWrittenIsReadBack(Route route) {
        assertThat(PublishedInspection.read(inspection(route).headers(), inspection(route).value())).isEqualTo(inspection(route));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisation", "caseId", "route", "personRef", "recordedAt", "validUntil"})
    void whatLacksAMemberIsRefusedWithoutRepeatingIt(String member) {
        // given
        PublishedInspection inspection = inspection(Route.CARE_RELATION);
        byte[] without = new String(inspection.value(), StandardCharsets.UTF_8)
                .replace("\"" + member + "\"", "\"secret\"")
                .getBytes(StandardCharsets.UTF_8);

        // then
        assertThatThrownBy(() -> PublishedInspection.read(inspection.headers(), without))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void anotherTypeOfEventIsRefused() {
        // given
        Map<String, byte[]> headers = inspection(Route.MELDCODE).headers();
        headers.put("ce_type", "nl.meldspoor.inspections.inspection-closed.v1".getBytes(StandardCharsets.UTF_8));

        // then
        assertThatThrownBy(() -> PublishedInspection.read(headers, inspection(Route.MELDCODE).value()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PublishedInspection.read(Map.of(), inspection(Route.MELDCODE).value()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PublishedInspection inspection(Route route) {
        return new PublishedInspection(
                UUID.fromString("0198f0c3-0000-7000-8000-000000000002"),
                "urn:nld:kvknr:12345678:systeem:meldspoor",
                "de-linde",
                UUID.fromString("0198f0c2-0000-7000-8000-000000000001"),
                route,
                "b3",
                Instant.parse("2026-03-09T06:00:00.123Z"),
                Instant.parse("2026-03-09T14:00:00.123Z"));
    }
}
