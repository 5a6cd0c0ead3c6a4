package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of an embedded set-up, in {@code secrets/} of its data folder: made at the first start, mode 0600, never
 * made again beside data that were written with the old ones.
 */
final class Secrets {

    private final Path data;

    Secrets(Path data) {
        this.data = data;
    }

    /** The secret by which names of people become references outside the case-service: base64 of 32 bytes. */
    String personKey() {
        var file = data.resolve("secrets/person-key");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            if (Files.exists(data.resolve("postgres/data/PG_VERSION"))) {
                throw new CannotStart("The data in " + data + " were written with a person key that is gone: put " + file
                        + " back, or start empty with --fresh.");
            }
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            var key = Base64.getEncoder().encodeToString(bytes);
            PrivateFile.write(file, key + "\n");
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The secret that seals addresses and webhook secrets of the notification-service: base64 of 32 bytes. When it is lost people set
     * their address again, and webhooks get new secrets.
     */
    String contactKey() {
        var file = data.resolve("secrets/contact-key");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(bytes) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What seals the sessions of the web pages: 32 characters. A lost one only ends the sessions there are. */
    String webSessionSecret() {
        var file = data.resolve("secrets/web-session-secret");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(bytes) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the case-service makes and keeps its master key; the folder is there afterwards. */
    Path masterKeyFile() {
        try {
            Files.createDirectories(data.resolve("secrets"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data.resolve("secrets/master-key.json");
    }
}
