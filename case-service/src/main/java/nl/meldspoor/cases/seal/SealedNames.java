package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Seals the user names in the access log, under a key per organisation: who looked must stay to be seen after the content of the case is
 * erased.
 */
public final class SealedNames {

    private static final String KIND = "ACCESS_LOG";

    private final DataKeys keys;

    public SealedNames(Supplier<MasterKey> master, WrappedKeys stored) {
        this.keys = new DataKeys(master, stored);
    }

    /** Nonce, cipher text and tag, bound to the organisation and the entry; null for null. */
    public byte[] seal(String organisation, UUID entryId, String userName) {
        if (userName == null) {
            return null;
        }
        try {
            Aead aead = keys.toSeal(organisation, subject(organisation), Set.of(KIND)).get(KIND);
            return aead.encrypt(userName.getBytes(StandardCharsets.UTF_8), associated(organisation, entryId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal an access log entry", e);
        }
    }

    /** Opens for one page of the log at a time; a function, so that the key is looked up once. */
    public Opening opening(String organisation) {
        Map<String, Aead> aeads = keys.toOpen(subject(organisation));
        return (entryId, sealed) -> {
            if (sealed == null || !aeads.containsKey(KIND)) {
                return null;
            }
            try {
                return new String(aeads.get(KIND).decrypt(sealed, associated(organisation, entryId)), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("expected the name of entry " + entryId + ", but it was changed or moved");
            }
        };
    }

    /** Opens the names of entries. */
    @FunctionalInterface
    public interface Opening {
        /** The user name, or null when there is none or the key is gone. */
        String name(UUID entryId, byte[] sealed);
    }

    private static UUID subject(String organisation) {
        return UUID.nameUUIDFromBytes(("access-log|" + organisation).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] associated(String organisation, UUID entryId) {
        return AssociatedData.of(organisation, entryId.toString(), KIND);
    }
}
