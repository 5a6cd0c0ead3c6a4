package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The master keyset in its file: a Tink keyset as JSON, in clear (mode 0600) or encrypted by a key of a KMS. The primary key wraps, every
 * key of it unwraps.
 */
final class Keyset {

    private static final byte[] PURPOSE = "meldspoor master keyset".getBytes(StandardCharsets.UTF_8);
    private static final byte TINK_PREFIX = 1;

    private final KeysetHandle handle;

    private Keyset(KeysetHandle handle) {
        this.handle = handle;
    }

    static Keyset read(Path file, Optional<Aead> kms) throws GeneralSecurityException, IOException {
        return parse(Files.readString(file), kms);
    }

    /** @param json what is in the file */
    static Keyset parse(String json, Optional<Aead> kms) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        return new Keyset(
                kms.isPresent()
                        ? TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, kms.get(), PURPOSE)
                        : TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    }

    static Keyset generate() throws GeneralSecurityException {
        AeadConfig.register();
        return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    /** With a new key that wraps from now on; the older ones go on unwrapping. */
    Keyset withNewPrimary() throws GeneralSecurityException {
        return new Keyset(KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary())
                .build());
    }

    /** With the primary key alone. */
    Keyset onlyPrimary() throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder();
        builder.addEntry(KeysetHandle.importKey(handle.getPrimary().getKey()).withFixedId(handle.getPrimary().getId()).makePrimary());
        return new Keyset(builder.build());
    }

    Aead aead() throws GeneralSecurityException {
        return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    int size() {
        return handle.size();
    }

    /** What the primary key is called; says nothing of the key. */
    String primaryId() {
        return Integer.toUnsignedString(handle.getPrimary().getId());
    }

    /** What everything begins with that the primary key wrapped. */
    byte[] primaryPrefix() {
        return ByteBuffer.allocate(5).put(TINK_PREFIX).putInt(handle.getPrimary().getId()).array();
    }

    /** Whole or not at all, for the owner alone. When the file must be new and another one made it meanwhile, that one stays. */
    void write(Path file, Optional<Aead> kms, boolean mustBeNew) throws GeneralSecurityException, IOException {
        String json = kms.isPresent()
                ? TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, kms.get(), PURPOSE)
                : TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path fresh = Files.createTempFile(
                absolute.getParent(), ".master-key", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel channel = FileChannel.open(fresh, EnumSet.of(StandardOpenOption.WRITE))) {
                channel.write(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            if (mustBeNew) {
                Files.createLink(absolute, fresh);
            } else {
                Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (FileAlreadyExistsException e) {
            // the other one's key is as good
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
