package nl.meldspoor.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that look right and are not. */
final class ForeignTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private ForeignTokens() {}

    /** Says everything that the realm says, but signed by a key that nobody knows. */
    static String foreignKey() {
        try {
            PrivateKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            String signed = header() + "." + claims();
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code alg: none}. */
    static String unsigned() {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + claims() + ".";
    }

    /** Signed symmetrically with a text everybody knows. */
    static String publicKeyAsSecret() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("meldspoor".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + claims();
            return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A real signature under other claims. */
    static String changedClaims() {
        String[] parts = real().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encoded(claims.replace("de-linde-professional", "de-linde-board")) + "." + parts[2];
    }

    /** Of the same Keycloak, but of its realm for administrators. */
    static String ofAnotherRealm() {
        return Meldspoor.running().keycloak().administratorToken();
    }

    private static String real() {
        return Meldspoor.running().token("de-linde-professional");
    }

    private static String header() {
        return real().split("\\.")[0];
    }

    private static String claims() {
        return real().split("\\.")[1];
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
