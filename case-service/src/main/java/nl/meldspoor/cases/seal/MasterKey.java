package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The key that wraps all data keys: a Tink keyset (AES-256-GCM) in a file that only the service reads. It may hold older keys, so that it can
 * be rotated by re-wrapping: what does not open is tried again with the file as it is now, for another key may have been added to it while
 * the service runs.
 */
public final class MasterKey {

    private static final byte[] CHECKED_TEXT = "meldspoor master key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CHECK_PURPOSE = "master-key-check".getBytes(StandardCharsets.UTF_8);

    private final Path file;
    private final WrappedKeys keys;
    private final Optional<Aead> kms;
    private String content;
    private volatile Keyset keyset;
    private volatile Aead aead;

    private MasterKey(Path file, WrappedKeys keys, Optional<Aead> kms) {
        this.file = file;
        this.keys = keys;
        this.kms = kms;
        reload();
    }

    /** The key of a file in clear. */
    public static MasterKey open(Path file, WrappedKeys keys) {
        return open(file, keys, Optional.empty());
    }

    /**
     * The master key of the file, compared with what the store remembers of it. Where neither exists a new key is made (mode 0600).
     *
     * @param kms key that encrypts the file itself
     * @throws WrongMasterKey when keys are stored and the file is missing, unreadable or holds another key
     */
    public static MasterKey open(Path file, WrappedKeys keys, Optional<Aead> kms) {
        var remembered = keys.masterKeyCheck();
        if (!Files.exists(file)) {
            if (remembered.isPresent()) {
                throw new WrongMasterKey("the store holds keys wrapped by a master key, but there is no file " + file.getFileName()
                        + ": put the master key file back");
            }
            generate(file, kms);
        }
        MasterKey master = new MasterKey(file, keys, kms);
        if (remembered.isEmpty()) {
            master.mustOpen(keys.putMasterKeyCheckIfAbsent(master.check()), master.aead);
        }
        return master;
    }

    private void mustOpen(byte[] check, Aead with) {
        try {
            if (!Arrays.equals(CHECKED_TEXT, with.decrypt(check, CHECK_PURPOSE))) {
                throw new WrongMasterKey("the stored check of the master key is not ours");
            }
        } catch (GeneralSecurityException e) {
            throw new WrongMasterKey("the master key in " + file.getFileName() + " is not the one the stored keys were wrapped with");
        }
    }

    private static void generate(Path file, Optional<Aead> kms) {
        try {
            Keyset.generate().write(file, kms, true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot make an AES-256-GCM key, or the KMS does not encrypt it", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the master key file", e);
        }
    }

    /**
     * Reads the file again when it has changed: a key may have been added or an old one taken away. Another key than that of the store is not
     * taken up: what it wrapped would be lost with the next start.
     */
    public synchronized void reload() {
        try {
            String now = Files.readString(file);
            if (now.equals(content)) {
                return;
            }
            Keyset read = Keyset.parse(now, kms);
            Aead reading = read.aead();
            keys.masterKeyCheck().ifPresent(check -> mustOpen(check, reading));
            aead = reading;
            keyset = read;
            content = now;
        } catch (GeneralSecurityException | IOException e) {
            throw new WrongMasterKey("the master key file " + file.getFileName() + " cannot be read as a Tink keyset"
                    + (kms.isPresent() ? " encrypted by the key of the KMS" : ""));
        }
    }

    /** Whether there are older keys beside the one that wraps: then what they wrapped is to be wrapped anew. */
    public boolean isBeingRotated() {
        return keyset.size() > 1;
    }

    /** What the newest key is called; says nothing of the key. */
    public String newestId() {
        return keyset.primaryId();
    }

    /** What everything begins with that the newest key wrapped. */
    public byte[] newestPrefix() {
        return keyset.primaryPrefix();
    }

    /** What the store recognises the master key by, wrapped by the newest key. */
    public byte[] check() {
        return wrap(CHECKED_TEXT, CHECK_PURPOSE);
    }

    byte[] wrap(byte[] key, byte[] purpose) {
        try {
            return aead.encrypt(key, purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot wrap a key", e);
        }
    }

    byte[] unwrap(byte[] wrapped, byte[] purpose) {
        try {
            return aead.decrypt(wrapped, purpose);
        } catch (GeneralSecurityException first) {
            reload();
        }
        try {
            return aead.decrypt(wrapped, purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected a key wrapped by this master key for this subject, but it does not open", e);
        }
    }
}
