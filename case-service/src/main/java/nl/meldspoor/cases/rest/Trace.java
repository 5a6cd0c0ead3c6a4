package nl.meldspoor.cases.rest;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The trace an entry belongs to (W3C Trace Context): the caller's, else a new one. Its id is also the correlation id.
 *
 * @param traceparent {@code 00-<trace>-<span>-<flags>}
 */
record Trace(String traceparent, UUID correlationId) {

    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Trace of(String given) {
        var traceparent = given != null && VALID.matcher(given).matches() ? given : fresh();
        var trace = traceparent.substring(3, 35);
        return new Trace(
                traceparent,
                new UUID(Long.parseUnsignedLong(trace.substring(0, 16), 16), Long.parseUnsignedLong(trace.substring(16), 16)));
    }

    private static String fresh() {
        var random = new byte[24];
        RANDOM.nextBytes(random);
        var hex = HexFormat.of().formatHex(random);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-00";
    }
}
