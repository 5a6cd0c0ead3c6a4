package nl.meldspoor.reporting.web.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.proof.HashChain;
import nl.meldspoor.events.proof.MerkleTree;
import nl.meldspoor.events.proof.NoteKey;
import nl.meldspoor.events.proof.SignedCheckpoint;
import nl.meldspoor.http.Language;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.replay.Anchoring.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a case is anchored, of a log of two events: the case has two entries and is alone in it. */
class AnchoringTest {

    private static final Visit VISIT = new Visit(Optional.empty(), Language.EN, "/", "");
    private static final String ORIGIN = "meldspoor/de-linde";
    private static final KeyPair KEYS = keys();
    private static final String FIRST = HashChain.link(null, "{\"sequence\":1}");
    private static final String SECOND = HashChain.link(FIRST, "{\"sequence\":2}");

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] leaf(String hash) {
        return MerkleTree.leaf(HexFormat.of().parseHex(hash));
    }

    /** That the last of these hashes is in the tree over them, signed. */
    private static ObjectNode place(KeyPair signer, String... hashes) {
        byte[] root = hashes.length == 1 ? leaf(hashes[0]) : MerkleTree.node(leaf(hashes[0]), leaf(hashes[1]));
        NoteKey key = NoteKey.of(ORIGIN, KEYS.getPublic());
        ObjectNode json = EventJson.mapper().createObjectNode();
        json.put("checkpoint", SignedCheckpoint.of(ORIGIN, hashes.length, root).signed(NoteKey.of(ORIGIN, signer.getPublic()), signer.getPrivate()).note())
                .put("key", key.text())
                .put("sequence", hashes.length)
                .put("index", hashes.length - 1)
                .put("size", hashes.length)
                .put("signedAt", "2026-03-03T13:05:00Z");
        json.putArray("inclusion");
        if (hashes.length == 2) {
            json.withArray("inclusion").add(Base64.getEncoder().encodeToString(leaf(hashes[0])));
        }
        return json;
    }

    private static ObjectNode proof(JsonNode log) {
        ObjectNode json = EventJson.mapper().createObjectNode();
        json.put("length", 2);
        json.putArray("events").addObject().put("sequence", 1).put("hash", FIRST);
        json.withArray("events").addObject().put("sequence", 2).put("hash", SECOND);
        if (log != null) {
            json.set("log", log);
        }
        return json;
    }

    /** A log whose first checkpoint over the asked events is this one. */
    private static Anchoring.Log log(JsonNode first) {
        return new Anchoring.Log() {
            @Override
            public Optional<JsonNode> firstCheckpoint(long covering) {
                return Optional.ofNullable(first).filter(checkpoint -> checkpoint.path("size").asLong() >= covering);
            }

            @Override
            public JsonNode inclusion(long sequence, long size) {
                assertThat(size).isEqualTo(first.path("size").asLong());
                return first;
            }
        };
    }

    private static Anchoring.Log refusing(int status) {
        return new Anchoring.Log() {
            @Override
            public Optional<JsonNode> firstCheckpoint(long covering) {
                throw refusal();
            }

            @Override
            public JsonNode inclusion(long sequence, long size) {
                throw refusal();
            }

            private ProblemException refusal() {
                return Problem.of(status, "").asException();
            }
        };
    }

    @Test
    void aCaseWhoseLastEntryIsInASignedCheckpointIsAnchoredSinceTheFirstItIsIn() {
        var place = place(KEYS, FIRST, SECOND);

        assertThat(Anchoring.of(proof(place), log(place), VISIT))
                .isEqualTo(new Anchoring(State.WHOLE, 2, 0, "3 March 2026 14:05", NoteKey.of(ORIGIN, KEYS.getPublic()).hashHex()));
    }

    @Test
    void entriesOfAfterTheNewestCheckpointAreTold() {
        var place = place(KEYS, FIRST);
        var anchoring = Anchoring.of(proof(place), log(place), VISIT);

        assertThat(anchoring.state()).isEqualTo(State.PART);
        assertThat(List.of(anchoring.sequence(), anchoring.later())).containsExactly(1L, 1L);
        assertThat(anchoring.isAnchored()).isTrue();
    }

    @Test
    void aCaseNewerThanTheNewestCheckpointIsNotAnchoredYet() {
        assertThat(Anchoring.of(proof(null), log(null), VISIT).state()).isEqualTo(State.NOT_YET);
        assertThat(Anchoring.of(proof(null), log(place(KEYS, FIRST)), VISIT).state()).isEqualTo(State.NOT_YET);
    }

    @ParameterizedTest
    @CsvSource({"403, NOT_ALLOWED", "503, UNREACHABLE"})
    void whoIsShownNoLogLearnsWhy(int status, State state) {
        assertThat(Anchoring.of(proof(null), refusing(status), VISIT).state()).isEqualTo(state);
    }

    @Test
    void whenTheLogDoesNotSaySinceWhenItIsAnchoredAllTheSame() {
        var anchoring = Anchoring.of(proof(place(KEYS, FIRST, SECOND)), refusing(503), VISIT);

        assertThat(anchoring.state()).isEqualTo(State.WHOLE);
        assertThat(anchoring.since()).isEmpty();
    }

    @Test
    void aSignatureOfAnotherKeyDoesNotHold() {
        var forged = place(keys(), FIRST, SECOND);

        assertThat(Anchoring.of(proof(forged), log(forged), VISIT).state()).isEqualTo(State.REFUTED);
    }

    @Test
    void anEntryThatIsNotInTheTreeDoesNotHold() {
        var ofAnother = place(KEYS, FIRST, HashChain.link(FIRST, "{\"sequence\":2,\"other\":true}"));

        assertThat(Anchoring.of(proof(ofAnother), log(ofAnother), VISIT).state()).isEqualTo(State.REFUTED);
    }

    @Test
    void aFirstCheckpointThatHoldsAnotherHistoryDoesNotHold() {
        var ofAnother = place(KEYS, FIRST, HashChain.link(FIRST, "{\"sequence\":2,\"other\":true}"));

        assertThat(Anchoring.of(proof(place(KEYS, FIRST, SECOND)), log(ofAnother), VISIT).state()).isEqualTo(State.REFUTED);
    }

    @Test
    void aCheckpointThatIsNowhereInTheLogDoesNotHold() {
        assertThat(Anchoring.of(proof(place(KEYS, FIRST, SECOND)), log(null), VISIT).state()).isEqualTo(State.REFUTED);
    }
}
