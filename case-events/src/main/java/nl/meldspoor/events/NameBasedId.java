package nl.meldspoor.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDv5 (RFC 9562 5.5): the same name in the same name space is always the same id. */
public final class NameBasedId {

    private NameBasedId() {}

    public static UUID of(UUID nameSpace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(nameSpace.getMostSignificantBits())
                    .putLong(nameSpace.getLeastSignificantBits())
                    .flip());
            ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = digest.getLong() & 0xffffffffffff0fffL | 0x5000L;
            long low = digest.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-1", e);
        }
    }
}
