package nl.meldspoor.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventJsonTest {

    private static final Instant AT = Instant.parse("2026-03-01T20:00:00Z");

    private static MeldingMade melding() {
        return new MeldingMade(AT, "noord", MeldingChannel.MELDSPOOR, null, null, null, "PLANTED facts", null,
                List.of(new MeldingPerson("victim", "PLANTED name", null, null, null, null, null)), false,
                new MeldingWaiver(WaiverGround.SAFETY, "PLANTED motivation"), null, null, null, null, "PLANTED agreements", false, null,
                UUID.fromString("0198f0c2-0000-7000-8000-000000000001"), null);
    }

    @Test
    void factsHoldNothingThatIsSealedAlsoNotInNestedRecords() {
        // when
        ObjectNode facts = EventJson.facts(melding());

        // then
        assertThat(facts.toString()).doesNotContain("PLANTED");
        assertThat(facts.at("/waiver/ground").asText()).isEqualTo("SAFETY");
        assertThat(facts.at("/meldingId").asText()).startsWith("0198f0c2");
    }

    @Test
    void factsAndOpenedPartsMakeTheSameEventAgain() {
        // given
        MeldingMade melding = melding();
        Map<PersonKind, ObjectNode> sealed = EventJson.sealed(melding, "a note", null);

        // when
        CaseEvent again = EventJson.read(EventType.MELDING_MADE, EventJson.facts(melding), sealed.values());

        // then
        assertThat(again).isEqualTo(melding);
        assertThat(EventJson.sealedMembers(sealed.values()))
                .containsExactly("agreements", "facts", "note", "persons", "waiver.motivation");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void anEventWithoutItsSealedMembersIsWhatItsFactsTell(EventType type) {
        // given
        CaseEvent event = Samples.of(type);

        // when
        CaseEvent unsealed = EventJson.unsealed(event);

        // then
        assertThat(unsealed).isEqualTo(EventJson.read(type, EventJson.facts(event)));
    }

    @Test
    void aRecordOfTheTopicReadsBackAsItWasWritten() {
        // given
        PublishedEvent event = new PublishedEvent(UUID.randomUUID(), "urn:nld:kvknr:12345678:systeem:meldspoor", "de-linde",
                UUID.randomUUID(), 5, "MeldingMade", 1, AT, AT, "b3", null, List.of("MEL-1"), EventJson.facts(melding()), "9a", "41", null);

        // when
        PublishedEvent again = PublishedEvent.read(event.headers(), event.value());

        // then
        assertThat(again).isEqualTo(event);
        assertThat(new String(event.headers().get("ce_type"), StandardCharsets.UTF_8)).isEqualTo("nl.meldspoor.cases.melding-made.v1");
        assertThat(again.recorded().data()).isInstanceOf(MeldingMade.class);
    }

    @Test
    void theAccusedHashCanBeComputedFromItsPadsAsAQueryDoes() throws Exception {
        // given
        PersonRefs refs = new PersonRefs(new byte[32]);
        UUID caseId = UUID.randomUUID();
        PersonRefs.PaddedKey pads = refs.accusedPads("de-linde");
        java.security.MessageDigest sha = java.security.MessageDigest.getInstance("SHA-256");

        // when
        sha.update(pads.inner());
        byte[] inner = sha.digest((caseId + "|de-linde-staff").getBytes(StandardCharsets.UTF_8));
        sha.update(pads.outer());
        String computed = java.util.HexFormat.of().formatHex(sha.digest(inner));

        // then
        assertThat(computed).isEqualTo(refs.accused("de-linde", caseId, "De-Linde-Staff"));
    }
}
