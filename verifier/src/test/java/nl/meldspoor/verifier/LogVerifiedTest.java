package nl.meldspoor.verifier;

import static nl.meldspoor.verifier.Proofs.CASE;
import static nl.meldspoor.verifier.Proofs.OTHER_CASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of two cases: events 1 to 3 of the one stand at 0, 1 and 4, the other's around them. */
class LogVerifiedTest {

    @TempDir
    Path folder;

    private Proofs.Log log;
    private ObjectNode proof;

    @BeforeEach
    void aLogOfTwoCases() throws Exception {
        log = new Proofs.Log();
        proof = Proofs.of(CASE, 3);
        var other = Proofs.of(OTHER_CASE, 4);
        for (var event : new ObjectNode[] {event(proof, 0), event(proof, 1), event(other, 0), event(other, 1), event(proof, 2), event(other, 2), event(other, 3)}) {
            log.add(event.path("hash").asText());
        }
    }

    private static ObjectNode event(ObjectNode proof, int at) {
        return (ObjectNode) proof.withArray("events").get(at);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String key() throws IOException {
        return file("key", log.key.text() + "\n");
    }

    @Test
    void signedByTheKeyThatTheReaderHas() throws Exception {
        var verified = Verified.of(folder, log.into(proof, 4, 7), "--key", key());

        assertThat(verified.answer("signed")).isEqualTo("YES");
        assertThat(verified.answer("anchored")).isEqualTo("UNKNOWN");
    }

    @Test
    void aKeyThatComesWithTheProofIsNoKeyToTrust() {
        var verified = Verified.of(folder, log.into(proof, 4, 7));

        assertThat(verified.answer("signed")).isEqualTo("UNKNOWN");
    }

    @Test
    void aCheckpointOfSomebodyElseIsNotSigned() throws Exception {
        var someoneElse = new Proofs.Log();
        someoneElse.leaves.addAll(log.leaves);

        var verified = Verified.of(folder, someoneElse.into(proof, 4, 7), "--key", key());

        assertThat(verified.answer("signed")).isEqualTo("NO");
        assertThat(verified.findings("signed")).contains("NOT_SIGNED_BY_KEY");
    }

    @Test
    void anchoredInTheCheckpointThatWasKept() throws Exception {
        var kept = file("kept", log.checkpoint(7).note());

        var verified = Verified.of(folder, log.into(proof, 4, 7), "--key", key(), "--checkpoint", kept);

        assertThat(verified.answer("anchored")).isEqualTo("YES");
        assertThat(verified.exitCode()).isZero();
    }

    @Test
    void anchoredInALogThatGoesOnFromTheCheckpointThatWasKept() throws Exception {
        var kept = file("kept", log.checkpoint(3).note());

        var verified = Verified.of(folder, log.withConsistency(log.into(proof, 4, 7), 3), "--key", key(), "--checkpoint", kept);

        assertThat(verified.answer("anchored")).isEqualTo("YES");
    }

    @Test
    void aRewrittenHistoryThatIsWholeAndSignedIsFoundByTheCheckpointThatWasKept() throws Exception {
        // given: the operator, who has the database and the signing key, changes event 2 and makes all hashes right again
        var kept = file("kept", log.checkpoint(7).note());
        event(proof, 1).put("canonical", event(proof, 1).path("canonical").asText().replace("09:00:02Z", "09:00:03Z"));
        Proofs.rechained(proof);
        log.leaves.set(1, nl.meldspoor.events.proof.MerkleTree.leaf(java.util.HexFormat.of().parseHex(event(proof, 1).path("hash").asText())));
        log.leaves.set(4, nl.meldspoor.events.proof.MerkleTree.leaf(java.util.HexFormat.of().parseHex(event(proof, 2).path("hash").asText())));

        // when
        var verified = Verified.of(folder, log.into(proof, 4, 7), "--key", key(), "--checkpoint", kept);

        // then
        assertThat(verified.answer("chain")).isEqualTo("YES");
        assertThat(verified.answer("signed")).isEqualTo("YES");
        assertThat(verified.answer("anchored")).isEqualTo("NO");
        assertThat(verified.findings("anchored")).contains("LOG_REWRITTEN");
        assertThat(verified.exitCode()).isEqualTo(1);
    }

    @Test
    void aTruncatedLogIsFoundByTheCheckpointThatWasKept() throws Exception {
        var kept = file("kept", log.checkpoint(7).note());

        var verified = Verified.of(folder, log.into(proof, 4, 5), "--checkpoint", kept);

        assertThat(verified.answer("anchored")).isEqualTo("NO");
        assertThat(verified.findings("anchored")).contains("OLDER_THAN_KEPT");
    }

    @Test
    void anEventThatIsNotInTheLogIsFound() throws Exception {
        var verified = Verified.of(folder, log.into(proof, 3, 7), "--key", key());

        assertThat(verified.answer("signed")).isEqualTo("NO");
        assertThat(verified.findings("signed")).contains("NOT_IN_TREE 3");
    }

    @Test
    void whoHasAKeyAndGetsAProofWithoutALogIsToldSo() throws Exception {
        var verified = Verified.of(folder, proof, "--key", key());

        assertThat(verified.answer("signed")).isEqualTo("NO");
        assertThat(verified.findings("signed")).contains("NO_LOG");
    }
}
