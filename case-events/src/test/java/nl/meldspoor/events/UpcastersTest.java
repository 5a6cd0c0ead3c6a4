package nl.meldspoor.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UpcastersTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -, false", "YES, YES, false", "NO, YES, true", "YES, DOUBT, true", "DOUBT, -, true", "-, NO, true"})
    void aChildCheckOfVersionOneSaysWhetherAnAssessmentIsNeeded(String care, String protect, boolean needed) {
        // given
        ObjectNode facts = versionOne();
        if (care != null) {
            facts.put("temporaryCareAdequate", care);
        }
        if (protect != null) {
            facts.put("clientCanProtect", protect);
        }
        ObjectNode before = facts.deepCopy();

        // when
        CaseEvent read = EventJson.read(EventType.CHILD_CHECK_DONE, 1, facts);

        // then
        assertThat(((ChildCheckDone) read).assessmentNeeded()).isEqualTo(needed);
        assertThat(facts).as("what is stored stays as it is").isEqualTo(before);
    }

    @Test
    void theReplacementInACorrectionIsReadAsItsOwnTypeWouldBe() {
        // given
        ObjectNode facts = EventJson.mapper().createObjectNode().put("corrects", 2).put("correctedType", "ChildCheckDone");
        facts.set("replacement", versionOne().put("clientCanProtect", "NO"));

        // when
        EntryCorrected read = (EntryCorrected) EventJson.read(EventType.ENTRY_CORRECTED, 1, facts);

        // then
        assertThat(((ChildCheckDone) read.replacement()).assessmentNeeded()).isTrue();
    }

    @Test
    void aReplacementOfAnotherTypeIsLeftAlone() {
        // given
        ObjectNode facts = EventJson.mapper().createObjectNode().put("corrects", 2).put("correctedType", "CareCheckDone");
        facts.set("replacement", EventJson.mapper().createObjectNode().put("checkedOn", "2026-03-01"));

        // then
        assertThat(Upcasters.toNewest(EventType.ENTRY_CORRECTED, 1, facts)).isEqualTo(facts);
    }

    @ParameterizedTest
    @EnumSource
    void aVersionThatIsNotThereYetIsRefused(EventType type) {
        ObjectNode facts = EventJson.facts(Samples.of(type));
        for (int version : new int[] {0, -1, type.schemaVersion() + 1}) {
            assertThatThrownBy(() -> EventJson.read(type, version, facts))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("but was " + version);
        }
    }

    @Test
    void aCorrectionHasAVersionForEachStepOfAnyType() {
        int steps = 0;
        for (EventType type : EventType.values()) {
            steps += type == EventType.ENTRY_CORRECTED ? 0 : type.schemaVersion() - 1;
        }
        assertThat(EventType.ENTRY_CORRECTED.schemaVersion()).isEqualTo(1 + steps);
    }

    @Test
    void anOldEventTravelsUnderItsOwnVersionAndIsReadAsTheNewest() {
        // given
        PublishedEvent old = new PublishedEvent(
                UUID.randomUUID(), "urn:nld:kvknr:12345678:systeem:meldspoor", "de-linde", UUID.randomUUID(), 2, "ChildCheckDone", 1,
                Samples.AT, Samples.AT, "b3", null, List.of(), versionOne().put("clientCanProtect", "DOUBT"), "9a", "41", null);

        // when
        PublishedEvent arrived = PublishedEvent.read(old.headers(), old.value());

        // then
        assertThat(new String(old.headers().get("ce_type"), StandardCharsets.UTF_8))
                .isEqualTo("nl.meldspoor.cases.child-check-done.v1");
        assertThat(arrived).isEqualTo(old);
        assertThat(((ChildCheckDone) arrived.recorded().data()).assessmentNeeded()).isTrue();
    }

    private static ObjectNode versionOne() {
        return EventJson.mapper().createObjectNode().put("checkedOn", "2026-03-01").put("dependentChildren", true);
    }
}
