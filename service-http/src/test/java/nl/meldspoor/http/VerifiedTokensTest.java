package nl.meldspoor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** A verified token is believed until it expires, at most a minute, and not once the provider signs with another key. */
class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicLong seconds = new AtomicLong();
    private final VerifiedTokens tokens = new VerifiedTokens(clock(), () -> Duration.ofSeconds(seconds.get()).toNanos());
    private final Caller caller =
            new Caller("de-linde-professional", Optional.of("de-linde"), Set.of(), Optional.empty(), Set.of(Role.PROFESSIONAL), Optional.empty());

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return NOW.plusSeconds(seconds.get());
            }
        };
    }

    private static JsonWebToken token(String raw, Duration valid) {
        return new JsonWebToken() {
            @Override
            public String getName() {
                return "de-linde-professional";
            }

            @Override
            public Set<String> getClaimNames() {
                return Set.of("exp", "raw_token");
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getClaim(String name) {
                return switch (name) {
                    case "exp" -> (T) Long.valueOf(NOW.plus(valid).getEpochSecond());
                    case "raw_token" -> (T) raw;
                    default -> null;
                };
            }
        };
    }

    @Test
    void aTokenThatWasNotVerifiedIsNotKnown() {
        tokens.verified(token("k1.a.s", Duration.ofMinutes(15)), caller);

        assertThat(tokens.find("k1.b.s")).isEmpty();
        assertThat(tokens.find("k1.a.s").map(VerifiedTokens.Verified::caller)).contains(caller);
    }

    @Test
    void aTokenIsBelievedForAMinute() {
        tokens.verified(token("k1.a.s", Duration.ofMinutes(15)), caller);

        seconds.set(59);
        assertThat(tokens.find("k1.a.s").map(VerifiedTokens.Verified::caller)).contains(caller);
        seconds.set(61);
        assertThat(tokens.find("k1.a.s")).isEmpty();
    }

    @Test
    void aTokenIsNotBelievedAfterItExpired() {
        tokens.verified(token("k1.a.s", Duration.ofSeconds(20)), caller);

        seconds.set(19);
        assertThat(tokens.find("k1.a.s").map(VerifiedTokens.Verified::caller)).contains(caller);
        seconds.set(20);
        assertThat(tokens.find("k1.a.s")).isEmpty();
    }

    @Test
    void anotherSigningKeyMakesEveryTokenToBeVerifiedAgain() {
        tokens.verified(token("k1.a.s", Duration.ofMinutes(15)), caller);

        tokens.verified(token("k2.b.s", Duration.ofMinutes(15)), caller);

        assertThat(tokens.find("k1.a.s")).isEmpty();
        assertThat(tokens.find("k2.b.s").map(VerifiedTokens.Verified::caller)).contains(caller);
    }
}
