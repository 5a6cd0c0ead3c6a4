package nl.meldspoor.events;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes that stand for people outside the case-service: exact match only, different per organisation. All are HMAC-SHA-256 as 64
 * lower-case hex digits under a key derived from one secret and the organisation. Pure and thread-safe.
 */
public final class PersonRefs {

    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /** More organisations than one installation has: what is over is derived again. */
    private static final int MOST_KEPT = 10_000;

    private final byte[] secret;

    /** Ready to be copied, by purpose and organisation: deriving a key and finding the algorithm cost more than the hash. */
    private final ConcurrentMap<String, Mac> prepared = new ConcurrentHashMap<>();

    /** @param secret 32 random bytes, the same for all services ({@code meldspoor.person-key}) */
    public PersonRefs(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("expected a person key of " + SECRET_BYTES + " bytes, but it has " + secret.length);
        }
        this.secret = secret.clone();
    }

    /** Who recorded, who is told, who handles. */
    public String person(String organisation, String userName) {
        return hex(hash("person", organisation, userName.toLowerCase(Locale.ROOT)));
    }

    /** The accused: bound to the case, so that the same person in two cases cannot be linked. */
    public String accused(String organisation, UUID caseId, String userName) {
        return hex(hash("accused", organisation, caseId + "|" + userName.toLowerCase(Locale.ROOT)));
    }

    /** The client's reference: exact search only; exists only inside the case-service. */
    public String client(String organisation, String reference) {
        return hex(hash("client", organisation, reference));
    }

    /** Fingerprint for any other purpose, e.g. an idempotent request. */
    public String fingerprint(String purpose, String organisation, String text) {
        return hex(hash(purpose, organisation, text));
    }

    /**
     * Inner and outer padded key of {@link #accused}, so that a query can compute it per row with nothing but PostgreSQL's {@code sha256}:
     * {@code encode(sha256($outer || sha256($inner || convert_to(case_id::text || '|' || $user, 'UTF8'))), 'hex')}.
     */
    public PaddedKey accusedPads(String organisation) {
        byte[] key = Arrays.copyOf(key("accused", organisation), 64);
        byte[] inner = new byte[64];
        byte[] outer = new byte[64];
        for (int i = 0; i < 64; i++) {
            inner[i] = (byte) (key[i] ^ 0x36);
            outer[i] = (byte) (key[i] ^ 0x5c);
        }
        return new PaddedKey(inner, outer);
    }

    /** HMAC pads (RFC 2104). */
    public record PaddedKey(byte[] inner, byte[] outer) {}

    private byte[] hash(String purpose, String organisation, String text) {
        String name = purpose + "|" + organisation;
        Mac mac = prepared.get(name);
        if (mac == null) {
            mac = mac(key(purpose, organisation));
            if (prepared.size() < MOST_KEPT) {
                prepared.put(name, mac);
            }
        }
        try {
            return ((Mac) mac.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JVM cannot copy " + ALGORITHM, e);
        }
    }

    private byte[] key(String purpose, String organisation) {
        return mac(secret).doFinal((purpose + "|" + organisation).getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this JVM has no HmacSHA256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
