package nl.meldspoor.events.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes as C2SP signed-note and tlog-checkpoint write them. */
class SignedCheckpointTest {

    private KeyPair pair;
    private NoteKey key;

    @BeforeEach
    void aKey() throws Exception {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = NoteKey.of("meldspoor/de-linde", pair.getPublic());
    }

    private SignedCheckpoint checkpoint() {
        return SignedCheckpoint.of("meldspoor/de-linde", 42, new byte[32]).signed(key, pair.getPrivate());
    }

    @Test
    void theNoteHasOriginSizeRootAndASignatureLine() {
        // when
        String[] lines = checkpoint().note().split("\n", -1);

        // then
        assertThat(lines).hasSize(6);
        assertThat(lines[0]).isEqualTo("meldspoor/de-linde");
        assertThat(lines[1]).isEqualTo("42");
        assertThat(Base64.getDecoder().decode(lines[2])).hasSize(32);
        assertThat(lines[3]).isEmpty();
        assertThat(lines[4]).startsWith("— meldspoor/de-linde ");
        assertThat(lines[5]).isEmpty();
    }

    @Test
    void whatIsReadIsSignedByTheKeyAndByNoOther() throws Exception {
        var other = NoteKey.of("meldspoor/de-linde", KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());

        var read = SignedCheckpoint.parse(checkpoint().note()).orElseThrow();

        assertThat(read.isSignedBy(key)).isTrue();
        assertThat(read.isSignedBy(other)).isFalse();
    }

    @Test
    void aChangedNoteIsNotSigned() {
        var read = SignedCheckpoint.parse(checkpoint().note().replace("\n42\n", "\n43\n")).orElseThrow();

        assertThat(read.size()).isEqualTo(43);
        assertThat(read.isSignedBy(key)).isFalse();
    }

    @Test
    void twoKeysSignDuringARotation() throws Exception {
        var next = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var nextKey = NoteKey.of("meldspoor/de-linde", next.getPublic());

        var read = SignedCheckpoint.parse(checkpoint().signed(nextKey, next.getPrivate()).note()).orElseThrow();

        assertThat(read.isSignedBy(key)).isTrue();
        assertThat(read.isSignedBy(nextKey)).isTrue();
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        assertThat(NoteKey.parse(key.text())).contains(key);
        assertThat(NoteKey.parse(key.text().replace("meldspoor", "meldspoer"))).isEmpty();
        assertThat(NoteKey.parse("nothing")).isEmpty();
    }

    /** The key of the Go checksum database, as everybody who uses Go has it. */
    @Test
    void aKeyOfAnotherLogIsReadToo() {
        var sumdb = NoteKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");

        assertThat(sumdb).isPresent();
        assertThat(sumdb.orElseThrow().hashHex()).isEqualTo("033de0ae");
    }
}
