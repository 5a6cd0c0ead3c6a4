package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The key of a key management service that encrypts the master keyset, by Tink's {@link KmsClient}: the client of the service is found by the form
 * of the address. It is asked when the keyset is read, at the start and when its file has changed; data keys are unwrapped in memory.
 *
 * @param uri for example {@code aws-kms://arn:aws:kms:…}
 * @param clients folder with the jars of the client and of what it needs: what a service is built of is fixed, and no client is in it
 * @param patience how long an answer is waited for; of their own accord clients wait for minutes, and try again
 */
public record KeyOfKms(String uri, Optional<Path> clients, Duration patience) implements Supplier<Optional<Aead>> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Tink's own, whose jars do not register them as Java services. */
    private static final List<String> CLIENTS_OF_TINK = List.of(
            "com.google.crypto.tink.integration.awskms.AwsKmsClient", "com.google.crypto.tink.integration.gcpkms.GcpKmsClient");

    public KeyOfKms(String uri, Optional<Path> clients) {
        this(uri, clients, PATIENCE);
    }

    @Override
    public Optional<Aead> get() {
        KmsClient client = known(loader())
                .filter(c -> c.doesSupport(uri))
                .findFirst()
                .orElseThrow(() -> new WrongMasterKey(
                        "there is no client for the key management service of meldspoor.master-key-kms-uri: put its jars into a folder and name it by meldspoor.master-key-kms-clients"));
        try {
            return Optional.of(new Asked(answered(() -> client.withDefaultCredentials().getAead(uri), patience), patience));
        } catch (GeneralSecurityException | ExecutionException e) {
            throw new WrongMasterKey("the key management service does not give the key that encrypts the master key");
        }
    }

    /** Open for as long as the client is used. */
    private ClassLoader loader() {
        ClassLoader ours = KeyOfKms.class.getClassLoader();
        if (clients.isEmpty()) {
            return ours;
        }
        try (Stream<Path> files = Files.list(clients.get())) {
            var jars = new ArrayList<URL>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                jars.add(jar.toUri().toURL());
            }
            return new URLClassLoader(jars.toArray(URL[]::new), ours);
        } catch (IOException e) {
            throw new WrongMasterKey("the folder of meldspoor.master-key-kms-clients cannot be read");
        }
    }

    private static Stream<KmsClient> known(ClassLoader loader) {
        return Stream.concat(
                ServiceLoader.load(KmsClient.class, loader).stream().map(ServiceLoader.Provider::get),
                CLIENTS_OF_TINK.stream().flatMap(name -> client(name, loader).stream()));
    }

    private static Optional<KmsClient> client(String name, ClassLoader loader) {
        try {
            return Optional.of((KmsClient) Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            // its jar is not there: another service is meant
            return Optional.empty();
        }
    }

    /** @throws ExecutionException when the client throws something of its own */
    private static <T> T answered(Callable<T> question, Duration patience) throws GeneralSecurityException, ExecutionException {
        var answer = new FutureTask<>(question);
        Thread.ofVirtual().name("key-management-service").start(answer);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new WrongMasterKey("the key management service that encrypts the master key did not answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the key management service was asked", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GeneralSecurityException refused) {
                throw refused;
            }
            throw e;
        } finally {
            answer.cancel(true);
        }
    }

    /** Says in one sentence that the service cannot be asked, which each client throws as an exception of its own. */
    private record Asked(Aead key, Duration patience) implements Aead {

        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            return ask(() -> key.encrypt(plaintext, associatedData));
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            return ask(() -> key.decrypt(ciphertext, associatedData));
        }

        private byte[] ask(Callable<byte[]> question) throws GeneralSecurityException {
            try {
                return answered(question, patience);
            } catch (ExecutionException e) {
                throw new WrongMasterKey("the key management service that encrypts the master key does not answer");
            }
        }
    }
}
