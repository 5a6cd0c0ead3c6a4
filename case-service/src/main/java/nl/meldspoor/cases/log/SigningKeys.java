package nl.meldspoor.cases.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.meldspoor.events.proof.NoteKey;
import nl.meldspoor.events.proof.SignedCheckpoint;

/**
 * The Ed25519 keys that sign checkpoints, in a file (0600) beside the master key, made when it is not there: one key a line, as
 * {@code ed25519 base64-of-PKCS8 base64-of-X.509}. Every key of the file signs every checkpoint, so that a rotation overlaps: a line is
 * added, auditors fetch the new key, the old line is taken away.
 */
public final class SigningKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String KIND = "ed25519";

    private final Path file;
    private List<KeyPair> opened;

    public SigningKeys(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The public keys under the name of a log, the oldest first. */
    public List<NoteKey> of(String origin) {
        return pairs().stream().map(pair -> NoteKey.of(origin, pair.getPublic())).toList();
    }

    /** Signed by every key. */
    SignedCheckpoint sign(SignedCheckpoint checkpoint) {
        SignedCheckpoint signed = checkpoint;
        for (KeyPair pair : pairs()) {
            signed = signed.signed(NoteKey.of(checkpoint.origin(), pair.getPublic()), pair.getPrivate());
        }
        return signed;
    }

    /** @throws IllegalStateException when the file cannot be read as such keys */
    private synchronized List<KeyPair> pairs() {
        if (opened == null) {
            try {
                if (!Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    make();
                }
                opened = read(Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read or make the signing keys of the log in " + file.getFileName(), e);
            }
        }
        return opened;
    }

    private static List<KeyPair> read(List<String> lines) {
        List<KeyPair> pairs = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" ");
            try {
                if (parts.length != 3 || !parts[0].equals(KIND)) {
                    throw new IllegalArgumentException("expected three parts");
                }
                KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
                pairs.add(new KeyPair(
                        factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(parts[2]))),
                        factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1])))));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                // the message says nothing of the line, which holds a secret
                throw new IllegalStateException("expected signing keys of the log, one a line, but line " + (pairs.size() + 1) + " is none");
            }
        }
        if (pairs.isEmpty()) {
            throw new IllegalStateException("expected signing keys of the log, but the file holds none");
        }
        return List.copyOf(pairs);
    }

    /** Whole or not at all; of two services that start at the same moment the second takes the key of the first. */
    private void make() throws IOException {
        Path fresh = Files.createTempFile(
                file.getParent(), ".log-signing-key", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, newLine(), StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // the other one's key is as good
        } finally {
            Files.delete(fresh);
        }
    }

    private static String newLine() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return KIND + " " + base64.encodeToString(pair.getPrivate().getEncoded()) + " "
                    + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }
}
