package nl.meldspoor.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Access tokens as Keycloak gives them, RS256, signed by a key made for this run: Keycloak itself is not measured. */
final class Tokens {

    private static final String ISSUER = "https://identity.bench/realms/meldspoor";
    private static final long VALID_SECONDS = 4 * 3_600;

    private final KeyPair keys;

    Tokens() {
        try {
            keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no RSA", e);
        }
    }

    /** What a service has to be told to take them. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_OIDC_PUBLIC_KEY", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                "QUARKUS_OIDC_TOKEN_ISSUER", ISSUER);
    }

    /** A person of the organisation with one role, in Team Oost. */
    String person(String userName, String role) {
        var now = Instant.now().getEpochSecond();
        var claims =
                """
                {"iss":"%s","sub":"%s","jti":"%s","typ":"Bearer","azp":"meldspoor-cli","iat":%d,"exp":%d,"preferred_username":"%s",\
                "organisation":"de-linde","units":["Team Oost"],"scope":"openid profile email","session_state":"%s",\
                "realm_access":{"roles":["default-roles-meldspoor","offline_access","uma_authorization","%s"]}}"""
                        .formatted(
                                ISSUER, java.util.UUID.randomUUID(), java.util.UUID.randomUUID(), now, now + VALID_SECONDS, userName,
                                java.util.UUID.randomUUID(), role);
        try {
            var signed = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench\"}") + "." + base64(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot sign RS256", e);
        }
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
