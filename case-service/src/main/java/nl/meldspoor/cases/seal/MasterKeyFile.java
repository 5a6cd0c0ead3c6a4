package nl.meldspoor.cases.seal;

import java.nio.file.Path;
import java.util.function.Supplier;

/** The master key of a file, opened and checked once, when it is first needed: by then the store can be asked. */
public final class MasterKeyFile implements Supplier<MasterKey> {

    private final Path file;
    private final WrappedKeys keys;
    private MasterKey opened;

    public MasterKeyFile(Path file, WrappedKeys keys) {
        this.file = file;
        this.keys = keys;
    }

    /** @throws WrongMasterKey when the service must not start with what is in the file */
    @Override
    public synchronized MasterKey get() {
        if (opened == null) {
            opened = MasterKey.open(file, keys);
        }
        return opened;
    }
}
