package nl.meldspoor.notifications.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Secrets and signatures of Standard Webhooks 1.0.0. */
final class WebhookSecrets {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookSecrets() {}

    /** A new secret, {@code whsec_…}. */
    static String fresh() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** The header {@code webhook-signature}: one signature per secret, so that the receiver can change over when it likes. */
    static String signatures(List<String> secrets, UUID id, Instant at, String body) {
        List<String> signatures = new ArrayList<>();
        try {
            for (String secret : secrets) {
                signatures.add(new Webhook(secret).sign(id.toString(), at.getEpochSecond(), body));
            }
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("this JVM cannot sign", e);
        }
        return String.join(" ", signatures);
    }
}
