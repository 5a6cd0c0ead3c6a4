package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * {@code ./meldspoor rotate-keys}: changes the file of the master key, nothing else. The case-service that runs sees it and wraps the data keys
 * anew. Arguments: the file; {@code begin}, {@code finish} or, to change nothing, {@code newest}; and the address of the KMS key when one encrypts the
 * file. Prints what the newest key is called, so that nobody takes what the service says of another key for an answer about this one.
 */
public final class RotateKeys {

    private RotateKeys() {}

    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("usage: RotateKeys FILE begin|finish|newest [KMS-URI]");
            System.exit(2);
        }
        Optional<Aead> kms = args.length > 2 ? new KeyOfKms(args[2]).get() : Optional.empty();
        try {
            Path file = Path.of(args[0]);
            if (!Files.exists(file)) {
                System.err.println("There is no master key file " + file.getFileName() + " yet: it is made at the first start.");
                System.exit(1);
            }
            switch (args[1]) {
                case "begin" -> begin(file, kms);
                case "finish" -> finish(file, kms);
                case "newest" -> {}
                default -> System.exit(2);
            }
            System.out.println(Keyset.read(file, kms).primaryId());
        } catch (GeneralSecurityException | IOException e) {
            System.err.println("The master key file cannot be read or written.");
            System.exit(1);
        }
    }

    /** A rotation that was begun is not begun again: repeat it as often as you like. */
    static void begin(Path file, Optional<Aead> kms) throws GeneralSecurityException, IOException {
        Keyset keyset = Keyset.read(file, kms);
        if (keyset.size() == 1) {
            keyset.withNewPrimary().write(file, kms, false);
        }
    }

    /** Takes the older keys away; only when nothing is wrapped by them any more. */
    static void finish(Path file, Optional<Aead> kms) throws GeneralSecurityException, IOException {
        Keyset.read(file, kms).onlyPrimary().write(file, kms, false);
    }
}
