package nl.meldspoor.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who asked by tokens that were verified a moment ago, by the digest of the token, so that a signature is not verified again for every
 * request. Until the token expires, at most a minute; bounded; emptied when the identity provider begins to sign with another key. The
 * token itself is not kept.
 */
final class VerifiedTokens {

    /** How long a token is believed without being verified again. */
    static final Duration AT_MOST = Duration.ofMinutes(1);

    private static final int MOST_TOKENS = 10_000;
    private static final int MOST_KEYS = 20;

    /** Who asks by a token, and what else it says. */
    record Verified(Caller caller, TokenFacts token) {}

    private final Clock clock;
    private final Cache<String, Verified> verified;
    private final Set<String> signingKeys = new HashSet<>();

    /**
     * @param clock for the expiry of tokens
     * @param ticker for the minute
     */
    VerifiedTokens(Clock clock, Ticker ticker) {
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .expireAfterWrite(AT_MOST)
                .maximumSize(MOST_TOKENS)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Who asks by this token; empty when it has to be verified. */
    Optional<Verified> find(String token) {
        var found = verified.getIfPresent(digest(token));
        return found != null && clock.instant().isBefore(found.token().expires()) ? Optional.of(found) : Optional.empty();
    }

    /** Remembers a token that was verified just now. */
    void verified(JsonWebToken token, Caller caller) {
        var raw = token.getRawToken();
        if (raw == null) {
            return;
        }
        emptyWhenSignedByAnother(keyId(raw));
        verified.put(digest(raw), new Verified(caller, TokenFacts.of(token)));
    }

    /** What was signed by the keys before is verified against the keys that are published now. */
    private void emptyWhenSignedByAnother(String keyId) {
        synchronized (signingKeys) {
            if (!signingKeys.add(keyId) || signingKeys.size() == 1) {
                return;
            }
            if (signingKeys.size() > MOST_KEYS) {
                signingKeys.clear();
                signingKeys.add(keyId);
            }
            verified.invalidateAll();
        }
    }

    /** The protected header of the token: it names the key, and nothing else in it changes between tokens. */
    private static String keyId(String token) {
        var end = token.indexOf('.');
        return end < 0 ? "" : token.substring(0, end);
    }

    private static String digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
