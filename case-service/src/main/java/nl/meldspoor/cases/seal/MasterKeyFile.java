package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The master key of a file, opened and checked once, when it is first needed: by then the store can be asked. */
public final class MasterKeyFile implements Supplier<MasterKey> {

    private final Path file;
    private final WrappedKeys keys;
    private final Supplier<Optional<Aead>> kms;
    private MasterKey opened;

    public MasterKeyFile(Path file, WrappedKeys keys) {
        this(file, keys, Optional::empty);
    }

    /** @param kms key of a KMS that encrypts the file; asked once, when the file is opened */
    public MasterKeyFile(Path file, WrappedKeys keys, Supplier<Optional<Aead>> kms) {
        this.file = file;
        this.keys = keys;
        this.kms = kms;
    }

    /** @throws WrongMasterKey when the service must not start with what is in the file */
    @Override
    public synchronized MasterKey get() {
        if (opened == null) {
            opened = MasterKey.open(file, keys, kms.get());
        }
        return opened;
    }
}
