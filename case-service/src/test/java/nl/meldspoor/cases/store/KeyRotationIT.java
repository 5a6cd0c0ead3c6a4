package nl.meldspoor.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.meldspoor.cases.seal.KeysInMemory;
import nl.meldspoor.cases.seal.MasterKey;
import nl.meldspoor.cases.seal.RotateKeys;
import nl.meldspoor.cases.seal.WrongMasterKey;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PersonKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key is changed while the service works: keys are wrapped anew, events stay as they are. */
class KeyRotationIT {

    @TempDir
    Path folder;

    private static EmbeddedParts parts;
    private static StoreFixture store;

    @BeforeAll
    static void start() {
        parts = EmbeddedParts.fresh();
        store = StoreFixture.on(parts.postgres(Database.CASES));
    }

    @AfterAll
    static void stop() {
        store.close();
        parts.close();
    }

    private static UUID caseWithASignal(StoreFixture at) {
        UUID caseId = UUID.randomUUID();
        assertThat(at.events().append(Commands.open(caseId))).isInstanceOf(AppendResult.Appended.class);
        assertThat(at.events().append(Commands.record(at.events().load(caseId).orElseThrow(), "seen in " + caseId))).isInstanceOf(AppendResult.Appended.class);
        return caseId;
    }

    private static String opened(StoreFixture at, UUID caseId) {
        return at.seal()
                .open(Commands.ORGANISATION, caseId, at.events().load(caseId).orElseThrow().events())
                .getLast()
                .parts()
                .get(PersonKind.CLIENT)
                .path("description")
                .asText();
    }

    private static long under(byte[] prefix) {
        return store.number("select count(*) from keys.data_key where substring(wrapped from 1 for 5) = '\\x" + HexFormat.of().formatHex(prefix) + "'");
    }

    private static long keys() {
        return store.number("select count(*) from keys.data_key");
    }

    @Test
    void everythingStaysReadableWhileAndAfterTheMasterKeyIsChangedUnderWrites() throws Exception {
        // given: two instances, cases of before, and writes that go on
        List<UUID> before = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            before.add(caseWithASignal(store));
        }
        String hash = store.events().load(before.getFirst()).orElseThrow().headHash();
        byte[] older = store.masterKey().get().newestPrefix();
        var meanwhile = new ConcurrentLinkedQueue<UUID>();
        var goesOn = new AtomicBoolean(true);
        try (StoreFixture other = StoreFixture.on(parts.postgres(Database.CASES));
                var executor = Executors.newFixedThreadPool(2);
                AutoCloseable stopped = () -> goesOn.set(false)) {
            meanwhile.add(caseWithASignal(other));
            for (StoreFixture instance : List.of(store, other)) {
                executor.submit(() -> {
                    while (goesOn.get()) {
                        meanwhile.add(caseWithASignal(instance));
                    }
                });
            }
            KeyRotation here = new KeyRotation(store.database(), store.masterKey(), Duration.ofHours(1));
            KeyRotation there = new KeyRotation(other.database(), other.masterKey(), Duration.ofHours(1));

            // when
            RotateKeys.main(new String[] {store.masterKeyFile().toString(), "begin"});
            assertThat(here.pass()).isPositive();
            int written = meanwhile.size();
            Waiting.until(() -> meanwhile.size() > written + 4);
            there.pass();
            goesOn.set(false);
            executor.shutdown();
            assertThat(executor.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            here.pass();

            // then
            assertThat(here.standing()).isEqualTo(new KeyRotation.Standing(0, store.masterKey().get().newestId()));
            assertThat(under(older)).isZero();
            assertThat(under(store.masterKey().get().newestPrefix())).isEqualTo(keys());
            assertThat(before).allSatisfy(id -> assertThat(opened(other, id)).isEqualTo("seen in " + id));
            assertThat(meanwhile).allSatisfy(id -> assertThat(opened(store, id)).isEqualTo("seen in " + id));
            assertThat(store.events().load(before.getFirst()).orElseThrow().headHash()).isEqualTo(hash);
        }

        // and when the older key is taken away
        RotateKeys.main(new String[] {store.masterKeyFile().toString(), "finish"});

        // then an instance that starts now opens all of it
        try (StoreFixture restarted = StoreFixture.on(parts.postgres(Database.CASES))) {
            assertThat(opened(restarted, before.getFirst())).isEqualTo("seen in " + before.getFirst());
            assertThat(opened(restarted, meanwhile.peek())).isEqualTo("seen in " + meanwhile.peek());
            assertThat(restarted.masterKey().get().isBeingRotated()).isFalse();
        }
    }

    @Test
    void whatWasSaidOfOneRotationIsNotTakenForTheNext() throws Exception {
        // given: all is wrapped by the newest key
        caseWithASignal(store);
        KeyRotation rotation = new KeyRotation(store.database(), store.masterKey(), Duration.ofHours(1));
        RotateKeys.main(new String[] {store.masterKeyFile().toString(), "begin"});
        rotation.pass();
        RotateKeys.main(new String[] {store.masterKeyFile().toString(), "finish"});
        KeyRotation.Standing done = rotation.standing();
        assertThat(done.remaining()).isZero();

        // when: another key is added, and nobody has looked yet
        RotateKeys.main(new String[] {store.masterKeyFile().toString(), "begin"});

        // then: what stands is of the key before
        store.masterKey().get().reload();
        assertThat(rotation.standing()).isEqualTo(done);
        assertThat(done.newest()).isNotEqualTo(store.masterKey().get().newestId());
        rotation.pass();
        assertThat(rotation.standing()).isEqualTo(new KeyRotation.Standing(0, store.masterKey().get().newestId()));
        RotateKeys.main(new String[] {store.masterKeyFile().toString(), "finish"});
    }

    @Test
    void aFileOfBeforeARotationIsNotTakenUpWhileTheServiceRuns() throws Exception {
        // given
        caseWithASignal(store);
        Path file = store.masterKeyFile();
        byte[] older = Files.readAllBytes(file);
        KeyRotation rotation = new KeyRotation(store.database(), store.masterKey(), Duration.ofHours(1));
        RotateKeys.main(new String[] {file.toString(), "begin"});
        rotation.pass();
        RotateKeys.main(new String[] {file.toString(), "finish"});
        rotation.pass();
        byte[] newest = Files.readAllBytes(file);

        // when
        Files.write(file, older);

        // then
        assertThatThrownBy(rotation::pass).isInstanceOf(WrongMasterKey.class).hasMessageContaining("is not the one the stored keys were wrapped with");
        UUID recorded = caseWithASignal(store);
        Files.write(file, newest);
        try (StoreFixture restarted = StoreFixture.on(parts.postgres(Database.CASES))) {
            assertThat(opened(restarted, recorded)).isEqualTo("seen in " + recorded);
        }
    }

    @Test
    void withoutARotationNothingIsTouched() {
        caseWithASignal(store);

        KeyRotation rotation = new KeyRotation(store.database(), store.masterKey(), Duration.ofHours(1));

        assertThat(rotation.pass()).isZero();
        assertThat(rotation.standing()).isEqualTo(new KeyRotation.Standing(-1, store.masterKey().get().newestId()));
    }

    @Test
    void aKeysetEncryptedByAKeyManagementServiceOpensWithItsKeyOnly() throws Exception {
        // given
        AeadConfig.register();
        Aead kms = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM).getPrimitive(RegistryConfiguration.get(), Aead.class);
        Aead another = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM).getPrimitive(RegistryConfiguration.get(), Aead.class);
        Path file = folder.resolve("encrypted.json");
        var keys = new KeysInMemory();

        // when
        byte[] check = MasterKey.open(file, keys, Optional.of(kms)).check();

        // then
        assertThat(check).isNotEmpty();
        assertThat(Files.readString(file)).contains("encryptedKeyset");
        MasterKey.open(file, keys, Optional.of(kms));
        assertThatThrownBy(() -> MasterKey.open(file, keys, Optional.of(another))).isInstanceOf(WrongMasterKey.class).hasMessageContaining("KMS");
        assertThatThrownBy(() -> MasterKey.open(file, keys)).isInstanceOf(WrongMasterKey.class);
    }
}
