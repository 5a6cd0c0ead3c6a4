package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Data keys (AES-256-GCM) per subject and kind, made when first needed and durable before they are used. Those that sealed lately are
 * kept in memory, at most {@value #MOST_REMEMBERED} subjects; opening always asks the store, so that a destroyed key is gone at once.
 */
final class DataKeys {

    private static final int KEY_BYTES = 32;
    private static final int MOST_REMEMBERED = 5_000;

    private final Supplier<MasterKey> master;
    private final WrappedKeys stored;
    private final Map<UUID, Map<String, Aead>> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Map<String, Aead>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    DataKeys(Supplier<MasterKey> master, WrappedKeys stored) {
        this.master = master;
        this.stored = stored;
    }

    /** Keys to seal with, all durable when this returns. */
    Map<String, Aead> toSeal(String organisation, UUID subject, Set<String> kinds) {
        Map<String, Aead> known = remembered(subject);
        if (known.keySet().containsAll(kinds)) {
            return known;
        }
        Map<String, byte[]> wrapped = new HashMap<>(stored.find(subject));
        if (!wrapped.keySet().containsAll(kinds)) {
            Map<String, byte[]> fresh = new HashMap<>();
            for (String kind : kinds) {
                if (!wrapped.containsKey(kind)) {
                    byte[] key = SecretBytes.randomBytes(KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
                    fresh.put(kind, master.get().wrap(key, purpose(subject, kind)));
                }
            }
            wrapped = stored.putIfAbsent(organisation, subject, fresh);
        }
        Map<String, Aead> keys = unwrap(subject, wrapped);
        synchronized (remembered) {
            remembered.put(subject, keys);
        }
        return keys;
    }

    /** Keys to open with; those destroyed are missing. */
    Map<String, Aead> toOpen(UUID subject) {
        return unwrap(subject, stored.findToOpen(subject));
    }

    /** The same key wrapped by the newest key of the master keyset. */
    static byte[] rewrap(MasterKey master, UUID subject, String kind, byte[] wrapped) {
        return master.wrap(master.unwrap(wrapped, purpose(subject, kind)), purpose(subject, kind));
    }

    /** Drops what is remembered of a subject whose keys were destroyed. */
    void forget(UUID subject) {
        synchronized (remembered) {
            remembered.remove(subject);
        }
    }

    private Map<String, Aead> remembered(UUID subject) {
        synchronized (remembered) {
            return remembered.getOrDefault(subject, Map.of());
        }
    }

    private Map<String, Aead> unwrap(UUID subject, Map<String, byte[]> wrapped) {
        Map<String, Aead> keys = new HashMap<>();
        wrapped.forEach((kind, bytes) -> keys.put(kind, aead(master.get().unwrap(bytes, purpose(subject, kind)))));
        return Map.copyOf(keys);
    }

    private static Aead aead(byte[] key) {
        try {
            return AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(AesGcmParameters.builder()
                            .setKeySizeBytes(KEY_BYTES)
                            .setIvSizeBytes(12)
                            .setTagSizeBytes(16)
                            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                            .build())
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no AES-256-GCM", e);
        }
    }

    private static byte[] purpose(UUID subject, String kind) {
        return AssociatedData.of("data-key", subject.toString(), kind);
    }
}
