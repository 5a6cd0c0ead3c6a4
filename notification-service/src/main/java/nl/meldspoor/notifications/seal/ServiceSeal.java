package nl.meldspoor.notifications.seal;

import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * AES-256-GCM under {@code meldspoor.contact-key}: base64 of 32 bytes; during a rotation several, separated by commas, of which the first
 * seals and each opens. What is sealed is bound to its purpose and owner, so that a row cannot be moved to another person.
 */
@ApplicationScoped
public class ServiceSeal {

    private static final int KEY_BYTES = 32;

    private final List<AesGcmJce> keys = new ArrayList<>();

    ServiceSeal(@ConfigProperty(name = "meldspoor.contact-key") List<String> base64Keys) {
        try {
            for (String key : base64Keys) {
                byte[] bytes = Base64.getDecoder().decode(key.strip());
                if (bytes.length != KEY_BYTES) {
                    throw new IllegalStateException("expected contact keys of " + KEY_BYTES + " bytes, but one has " + bytes.length);
                }
                keys.add(new AesGcmJce(bytes));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("expected meldspoor.contact-key to be base64 of 32 bytes");
        }
    }

    /** @param owner what it belongs to, e.g. {@code contact|<personRef>} */
    public byte[] seal(String owner, String text) {
        try {
            return keys.getFirst().encrypt(bytes(text), bytes(owner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no AES-GCM", e);
        }
    }

    /** @throws IllegalStateException when no key opens it */
    public String open(String owner, byte[] sealed) {
        for (AesGcmJce key : keys) {
            try {
                return new String(key.decrypt(sealed, bytes(owner)), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                // another key may
            }
        }
        throw new IllegalStateException("expected a contact key that opens this, but none does");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
