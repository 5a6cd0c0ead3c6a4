package nl.meldspoor.cases.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The master keyset encrypted by a key management service, through Tink's and Amazon's own clients, over HTTP, to a stand-in. */
class KeyOfKmsTest {

    private static final byte[] DATA_KEY = {1, 2, 3};
    private static final byte[] PURPOSE = {4};

    @TempDir
    static Path regions;

    private static AwsKmsStandIn kms;

    @TempDir
    Path folder;

    private final KeysInMemory keys = new KeysInMemory();

    @BeforeAll
    static void start() throws Exception {
        kms = new AwsKmsStandIn(regions);
    }

    @AfterAll
    static void stop() throws Exception {
        kms.close();
    }

    private Path file() {
        return folder.resolve("master-key.json");
    }

    private MasterKey opened(String uri) {
        return new MasterKeyFile(file(), keys, new KeyOfKms(uri, Optional.empty())).get();
    }

    @Test
    void theFileIsMadeEncryptedAndOpensAtTheNextStartByAskingOnce() throws Exception {
        // given
        byte[] wrapped = opened(AwsKmsStandIn.uri("one")).wrap(DATA_KEY, PURPOSE);
        assertThat(Files.readString(file())).contains("encryptedKeyset").doesNotContain("\"key\"");
        int before = kms.asked();

        // when
        MasterKey master = opened(AwsKmsStandIn.uri("one"));
        master.reload();
        master.reload();

        // then
        assertThat(master.unwrap(wrapped, PURPOSE)).isEqualTo(DATA_KEY);
        assertThat(kms.asked()).isEqualTo(before + 1);
    }

    @Test
    void anotherKeyOfTheServiceIsRefusedInOneSentence() {
        // given
        opened(AwsKmsStandIn.uri("one"));

        // when, then
        assertThatThrownBy(() -> opened(AwsKmsStandIn.uri("another")))
                .isInstanceOf(WrongMasterKey.class)
                .hasMessage("the master key file master-key.json cannot be read as a Tink keyset encrypted by the key of the KMS");
    }

    @Test
    void aServiceThatIsAwayIsSaidInOneSentence() {
        // given
        opened(AwsKmsStandIn.uri("one"));

        // when, then
        assertThatThrownBy(() -> opened(AwsKmsStandIn.uriOfNobody("one")))
                .isInstanceOf(WrongMasterKey.class)
                .hasMessage("the key management service that encrypts the master key does not answer");
    }

    // Amazon's client gives up after more than a minute of its own accord
    @Test
    @Timeout(30)
    void aServiceThatTakesTheConnectionAndSaysNothingIsNotWaitedForForEver() {
        // given
        opened(AwsKmsStandIn.uri("one"));
        var silent = new KeyOfKms(AwsKmsStandIn.uriOfTheSilent("one"), Optional.empty(), Duration.ofSeconds(2));

        // when, then
        assertThatThrownBy(() -> new MasterKeyFile(file(), keys, silent).get())
                .isInstanceOf(WrongMasterKey.class)
                .hasMessage("the key management service that encrypts the master key did not answer within 2 s");
    }

    @Test
    void theMasterKeyIsChangedWithoutTheFileEverBeingInClear() throws Exception {
        // given
        String uri = AwsKmsStandIn.uri("one");
        MasterKey running = opened(uri);
        byte[] older = running.wrap(DATA_KEY, PURPOSE);

        // when
        RotateKeys.main(new String[] {file().toString(), "begin", uri});
        running.reload();

        // then
        assertThat(Files.readString(file())).contains("encryptedKeyset");
        assertThat(running.isBeingRotated()).isTrue();
        assertThat(running.unwrap(older, PURPOSE)).isEqualTo(DATA_KEY);
        byte[] newer = running.wrap(DATA_KEY, PURPOSE);
        keys.replaceCheck(running.check());

        // and when
        RotateKeys.main(new String[] {file().toString(), "finish", uri});

        // then
        MasterKey restarted = opened(uri);
        assertThat(restarted.isBeingRotated()).isFalse();
        assertThat(restarted.unwrap(newer, PURPOSE)).isEqualTo(DATA_KEY);
        assertThatThrownBy(() -> restarted.unwrap(older, PURPOSE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMasterKeyIsNotChangedWhileTheServiceIsAwayAndThatIsSaidInOneSentence() throws Exception {
        // given
        opened(AwsKmsStandIn.uri("one"));
        String before = Files.readString(file());
        var said = new ByteArrayOutputStream();

        // when
        int ended = RotateKeys.run(
                new String[] {file().toString(), "begin", AwsKmsStandIn.uriOfNobody("one")}, new PrintStream(said), new PrintStream(said));

        // then
        assertThat(ended).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("The master key file stays as it is: the key management service that encrypts the master key does not answer.");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void anAddressForWhichThereIsNoClientIsRefusedInOneSentence() {
        assertThatThrownBy(() -> opened("no-kms://x"))
                .isInstanceOf(WrongMasterKey.class)
                .hasMessageStartingWith("there is no client for the key management service of meldspoor.master-key-kms-uri");
    }

    @Test
    void aClientThatIsNotPartOfTheServiceIsFoundInItsFolder() throws Exception {
        // given: a client in a jar of its own
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path source = Files.writeString(sources.resolve("OtherKms.java"), """
                import com.google.crypto.tink.Aead;
                import com.google.crypto.tink.KmsClient;

                public class OtherKms implements KmsClient {
                    public boolean doesSupport(String uri) { return uri.startsWith("other-kms://"); }
                    public KmsClient withCredentials(String path) { return this; }
                    public KmsClient withDefaultCredentials() { return this; }
                    public Aead getAead(String uri) {
                        return new Aead() {
                            public byte[] encrypt(byte[] plain, byte[] purpose) { return plain.clone(); }
                            public byte[] decrypt(byte[] cipher, byte[] purpose) { return cipher.clone(); }
                        };
                    }
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", sources.toString(), source.toString())).isZero();
        Path clients = Files.createDirectories(folder.resolve("clients"));
        try (var jar = new JarOutputStream(Files.newOutputStream(clients.resolve("other-kms.jar")))) {
            for (Path compiled : List.of(sources.resolve("OtherKms.class"), sources.resolve("OtherKms$1.class"))) {
                jar.putNextEntry(new JarEntry(compiled.getFileName().toString()));
                jar.write(Files.readAllBytes(compiled));
            }
            jar.putNextEntry(new JarEntry("META-INF/services/com.google.crypto.tink.KmsClient"));
            jar.write("OtherKms".getBytes(StandardCharsets.UTF_8));
        }

        // when
        byte[] wrapped = new MasterKeyFile(file(), keys, new KeyOfKms("other-kms://x", Optional.of(clients))).get().wrap(DATA_KEY, PURPOSE);

        // then
        MasterKey restarted = new MasterKeyFile(file(), keys, new KeyOfKms("other-kms://x", Optional.of(clients))).get();
        assertThat(restarted.unwrap(wrapped, PURPOSE)).isEqualTo(DATA_KEY);
        assertThatThrownBy(() -> opened("other-kms://x")).isInstanceOf(WrongMasterKey.class);
        assertThatThrownBy(() -> new KeyOfKms("other-kms://x", Optional.of(folder.resolve("nowhere"))).get())
                .isInstanceOf(WrongMasterKey.class)
                .hasMessage("the folder of meldspoor.master-key-kms-clients cannot be read");
    }
}
