package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./meldspoor rotate-keys}: changes the file of the master key, nothing else. The case-service that runs sees it and wraps the data keys
 * anew. Arguments: the file; {@code begin}, {@code finish} or, to change nothing, {@code newest}; when a key of a KMS encrypts the file its address, and the
 * folder of clients. Prints what the newest key is called, so that nobody takes what the service says of another key for an answer about this one.
 */
public final class RotateKeys {

    private static final Set<String> STEPS = Set.of("begin", "finish", "newest");

    private RotateKeys() {}

    public static void main(String[] args) {
        int ended = run(args, System.out, System.err);
        if (ended != 0) {
            System.exit(ended);
        }
    }

    /** The same without ending the process; the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length < 2 || !STEPS.contains(args[1])) {
            err.println("usage: RotateKeys FILE begin|finish|newest [KMS-URI [CLIENTS]]");
            return 2;
        }
        try {
            Path file = Path.of(args[0]);
            if (!Files.exists(file)) {
                err.println("There is no master key file " + file.getFileName() + " yet: it is made at the first start.");
                return 1;
            }
            Optional<Aead> kms = args.length > 2
                    ? new KeyOfKms(args[2], args.length > 3 ? Optional.of(Path.of(args[3])) : Optional.empty()).get()
                    : Optional.empty();
            switch (args[1]) {
                case "begin" -> begin(file, kms);
                case "finish" -> finish(file, kms);
                default -> {}
            }
            out.println(Keyset.read(file, kms).primaryId());
            return 0;
        } catch (WrongMasterKey e) {
            err.println("The master key file stays as it is: " + e.getMessage() + ".");
        } catch (GeneralSecurityException | IOException e) {
            err.println("The master key file cannot be read or written.");
        }
        return 1;
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
