package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;

/**
 * The key that wraps all data keys: a Tink keyset (AES-256-GCM) in a file that only the service reads. A keyset may hold older keys, so
 * that it can be rotated by re-wrapping.
 */
public final class MasterKey {

    private static final byte[] CHECKED_TEXT = "meldspoor master key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CHECK_PURPOSE = "master-key-check".getBytes(StandardCharsets.UTF_8);

    private final Aead aead;

    private MasterKey(Aead aead) {
        this.aead = aead;
    }

    /**
     * The master key of the file, compared with what the store remembers of it. Where neither exists a new key is made (mode 0600).
     *
     * @throws WrongMasterKey when keys are stored and the file is missing, unreadable or holds another key
     */
    public static MasterKey open(Path file, WrappedKeys keys) {
        var remembered = keys.masterKeyCheck();
        if (!Files.exists(file)) {
            if (remembered.isPresent()) {
                throw new WrongMasterKey("the store holds keys wrapped by a master key, but there is no file " + file.getFileName()
                        + ": put the master key file back");
            }
            generate(file);
        }
        MasterKey master = read(file);
        byte[] check = remembered.orElseGet(() -> keys.putMasterKeyCheckIfAbsent(master.wrap(CHECKED_TEXT, CHECK_PURPOSE)));
        try {
            if (Arrays.equals(CHECKED_TEXT, master.aead.decrypt(check, CHECK_PURPOSE))) {
                return master;
            }
        } catch (GeneralSecurityException e) {
            throw new WrongMasterKey("the master key in " + file.getFileName() + " is not the one the stored keys were wrapped with");
        }
        throw new WrongMasterKey("the stored check of the master key is not ours");
    }

    private static MasterKey read(Path file) {
        try {
            AeadConfig.register();
            KeysetHandle handle =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            return new MasterKey(handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException | IOException e) {
            throw new WrongMasterKey("the master key file " + file.getFileName() + " cannot be read as a Tink keyset");
        }
    }

    private static void generate(Path file) {
        try {
            AeadConfig.register();
            String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
            Path absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            // whole or not at all: written beside it, then linked; a second service that starts at the same moment keeps the first key
            Path fresh = Files.createTempFile(
                    absolute.getParent(), ".master-key", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                try (FileChannel channel = FileChannel.open(fresh, EnumSet.of(StandardOpenOption.WRITE))) {
                    channel.write(java.nio.ByteBuffer.wrap(keyset.getBytes(StandardCharsets.UTF_8)));
                    channel.force(true);
                }
                Files.createLink(absolute, fresh);
            } catch (FileAlreadyExistsException e) {
                // the other one's key is as good
            } finally {
                Files.delete(fresh);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot make an AES-256-GCM key", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the master key file", e);
        }
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
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected a key wrapped by this master key for this subject, but it does not open", e);
        }
    }
}
