package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chain of a case is recomputed from one answer, without the service and without seeing any content. */
class ProofIT {

    @Test
    void anybodyWithTheProofRecomputesTheChain() throws Exception {
        // given
        CaseFile file = PROFESSIONAL
                .open(Planted.meldcode().without("excludeUsers"))
                .with("signals", Planted.signal())
                .with("assessments", Planted.assessment())
                .with("meldingen", Planted.melding());
        List<JsonNode> events = file.events();

        // when
        Answer answer = AUDITOR.get(file.path() + "/proof").expect(200);

        // then
        JsonNode proof = answer.json();
        assertThat(proof.get("caseId").asText()).isEqualTo(file.id());
        assertThat(proof.get("length").asInt()).isEqualTo(4);
        assertThat(proof.get("algorithm").asText()).isNotBlank();
        assertThat(proof.get("events")).hasSize(4);
        byte[] previous = {};
        for (int i = 0; i < 4; i++) {
            JsonNode link = proof.get("events").get(i);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(previous);
            sha256.update(link.get("canonical").asText().getBytes(StandardCharsets.UTF_8));
            byte[] hash = sha256.digest();
            assertThat(link.get("sequence").asInt()).isEqualTo(i + 1);
            assertThat(link.get("previousHash").isNull() ? "" : link.get("previousHash").asText())
                    .isEqualTo(HexFormat.of().formatHex(previous));
            assertThat(link.get("hash").asText()).isEqualTo(HexFormat.of().formatHex(hash));
            assertThat(link.get("hash")).isEqualTo(events.get(i).get("hash"));
            previous = hash;
        }
        assertThat(proof.get("head").asText()).isEqualTo(HexFormat.of().formatHex(previous));
        assertThat(new WordSearch(List.of(Planted.WORD, "de-linde-professional")).in(answer.text())).isEmpty();
    }
}
