package nl.meldspoor.cases.store;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.seal.WrappedKeys;

/** A store of keys that holds the check of the master key and nothing else. */
final class KeysInMemory implements WrappedKeys {

    private byte[] check;

    @Override
    public Map<String, byte[]> find(UUID subject) {
        return Map.of();
    }

    @Override
    public Map<String, byte[]> putIfAbsent(String organisation, UUID subject, Map<String, byte[]> wrapped) {
        return wrapped;
    }

    @Override
    public Optional<byte[]> masterKeyCheck() {
        return Optional.ofNullable(check);
    }

    @Override
    public byte[] putMasterKeyCheckIfAbsent(byte[] fresh) {
        if (check == null) {
            check = fresh;
        }
        return check;
    }
}
