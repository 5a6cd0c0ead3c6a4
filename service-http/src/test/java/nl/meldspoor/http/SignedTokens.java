package nl.meldspoor.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens for service-level tests, as Keycloak would give them, signed with a key made for this run. Put
 * {@code @QuarkusTestResource(SignedTokens.class)} on the test; then {@code SignedTokens.person("de-linde-professional",
 * "de-linde", "professional")} is a token the service takes.
 */
public final class SignedTokens implements QuarkusTestResourceLifecycleManager {

    /** The issuer the service under test trusts. */
    public static final String ISSUER = "https://identity.test/realms/meldspoor";

    /** Through a system property, because test and resource are loaded by different class loaders. */
    private static final String KEY = "nl.meldspoor.http.test-signing-key";

    @Override
    public Map<String, String> start() {
        try {
            var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            System.setProperty(KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            return Map.of(
                    "quarkus.oidc.public-key", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    "quarkus.oidc.token.issuer", ISSUER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}

    /** A token for a person of an organisation, with these roles and no units. */
    public static String person(String userName, String organisation, String... roles) {
        return sign(claims(userName, roles).put("organisation", organisation));
    }

    /** A token for a person who works in these units. */
    public static String personOfUnit(String userName, String organisation, String unit, String... roles) {
        return sign(claims(userName, roles).put("organisation", organisation).put("units", new JsonArray().add(unit)));
    }

    /** A token for a liaison of Veilig Thuis. */
    public static String liaison(String userName, String region) {
        return sign(claims(userName, "vt-liaison").put("region", region));
    }

    /** The claims of a token valid for a quarter of an hour, to change before {@link #sign}. */
    public static JsonObject claims(String userName, String... roles) {
        var now = Instant.now().getEpochSecond();
        return new JsonObject()
                .put("iss", ISSUER)
                .put("sub", UUID.nameUUIDFromBytes(userName.getBytes(StandardCharsets.UTF_8)).toString())
                .put("jti", UUID.randomUUID().toString())
                .put("typ", "Bearer")
                .put("azp", "meldspoor-cli")
                .put("iat", now)
                .put("exp", now + 900)
                .put("preferred_username", userName)
                .put("realm_access", new JsonObject().put("roles", new JsonArray(Arrays.asList((Object[]) roles))));
    }

    /** Signs with the key the service trusts. */
    public static String sign(JsonObject claims) {
        try {
            var bytes = Base64.getDecoder().decode(System.getProperty(KEY));
            return sign(claims, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with a key the service has never seen, as another realm would. */
    public static String signAsStranger(JsonObject claims) {
        try {
            return sign(claims, KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JsonObject claims, java.security.PrivateKey key) throws GeneralSecurityException {
        var head = new JsonObject().put("alg", "RS256").put("typ", "JWT");
        var text = part(head) + "." + part(claims);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String part(JsonObject json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }
}
