package nl.meldspoor.events.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A public Ed25519 key as C2SP signed-note writes it: {@code name+hash+base64(0x01 ‖ key)}, the hash being the first four bytes of
 * {@code SHA-256(name ‖ "\n" ‖ 0x01 ‖ key)} in hex.
 *
 * @param name who signs, without spaces and {@code +}
 * @param key the 32 bytes of the public key
 */
public record NoteKey(String name, byte[] key) {

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    /** What stands before the 32 bytes in an X.509 SubjectPublicKeyInfo of Ed25519 (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public NoteKey {
        if (!isName(name) || key.length != KEY_BYTES) {
            throw new IllegalArgumentException("expected a name without spaces and plus, and a key of 32 bytes");
        }
        key = key.clone();
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /** The key of the JDK under a name. */
    public static NoteKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new NoteKey(name, Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }

    /** Reads one line; empty when it is no such key. */
    public static Optional<NoteKey> parse(String line) {
        String[] parts = line.strip().split("\\+", 3);
        try {
            if (parts.length == 3) {
                byte[] typed = Base64.getDecoder().decode(parts[2]);
                if (typed.length == KEY_BYTES + 1 && typed[0] == ED25519) {
                    NoteKey key = new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
                    return key.hashHex().equals(parts[1]) ? Optional.of(key) : Optional.empty();
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** All keys of a text, one a line; other lines are passed over. */
    public static List<NoteKey> parseAll(String text) {
        return text.lines().map(NoteKey::parse).flatMap(Optional::stream).toList();
    }

    /** The line. */
    public String text() {
        return name + "+" + hashHex() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] typed() {
        byte[] typed = new byte[KEY_BYTES + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, KEY_BYTES);
        return typed;
    }

    /** The four bytes that stand before a signature of this key. */
    byte[] hash() {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        named.write('\n');
        named.writeBytes(typed());
        try {
            return Arrays.copyOf(MessageDigest.getInstance(HashChain.ALGORITHM).digest(named.toByteArray()), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + HashChain.ALGORITHM, e);
        }
    }

    /** The same in hex: the id of the key. */
    public String hashHex() {
        return HexFormat.of().formatHex(hash());
    }

    boolean verifies(byte[] text, byte[] signature) {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that && name.equals(that.name) && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return text();
    }
}
