package nl.meldspoor.http;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What else a verified token says, beside who asks. Known also when the token was verified for an earlier request, and readable on any
 * thread; the identity of Quarkus is neither.
 *
 * @param expires when the token ends
 * @param email the claim of that name
 */
public record TokenFacts(Instant expires, Optional<String> email) {

    static TokenFacts of(JsonWebToken token) {
        return new TokenFacts(
                Instant.ofEpochSecond(token.getExpirationTime()),
                Optional.ofNullable(token.getClaim("email")).map(Object::toString).filter(text -> !text.isBlank()));
    }
}
