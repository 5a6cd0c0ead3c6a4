package nl.meldspoor.events.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** The chain of a case: {@code hash = SHA-256(previous hash bytes ‖ UTF-8 of the canonical text)}. Hashes are lower-case hex. */
public final class HashChain {

    /** Name of the algorithm in proofs. */
    public static final String ALGORITHM = "SHA-256";

    private HashChain() {}

    /**
     * The hash of the next event.
     *
     * @param previousHash null for the first event of a case
     */
    public static String link(String previousHash, String canonical) {
        try {
            MessageDigest sha = MessageDigest.getInstance(ALGORITHM);
            if (previousHash != null) {
                sha.update(HexFormat.of().parseHex(previousHash));
            }
            return HexFormat.of().formatHex(sha.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }

    /**
     * One event of a chain as it is given out.
     *
     * @param previousHash null for the first
     */
    public record Link(long sequence, String previousHash, String canonical, String hash) {}

    /** The first sequence at which the chain does not hold: a hole, a broken link or a changed text; empty when it is whole. */
    public static OptionalLong firstBroken(List<Link> links) {
        String previous = null;
        long expected = 1;
        for (Link link : links) {
            boolean follows = link.sequence() == expected && java.util.Objects.equals(previous, link.previousHash());
            if (!follows || !link(previous, link.canonical()).equals(link.hash())) {
                return OptionalLong.of(expected);
            }
            previous = link.hash();
            expected++;
        }
        return OptionalLong.empty();
    }
}
