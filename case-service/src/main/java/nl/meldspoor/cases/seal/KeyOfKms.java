package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
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
 * The key of a key management service that encrypts the master keyset, by Tink's {@link KmsClient}: the client of the service is put on the class
 * path and found by the form of the address. It is asked when the keyset is read, at the start and when its file has changed; data
 * keys are unwrapped in memory.
 *
 * @param uri for example {@code aws-kms://arn:aws:kms:…}
 * @param patience how long an answer is waited for; of their own accord clients wait for minutes, and try again
 */
public record KeyOfKms(String uri, Duration patience) implements Supplier<Optional<Aead>> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Tink's own, whose jars do not register them as Java services. */
    private static final List<String> CLIENTS_OF_TINK = List.of(
            "com.google.crypto.tink.integration.awskms.AwsKmsClient", "com.google.crypto.tink.integration.gcpkms.GcpKmsClient");

    public KeyOfKms(String uri) {
        this(uri, PATIENCE);
    }

    @Override
    public Optional<Aead> get() {
        KmsClient client = clients()
                .filter(c -> c.doesSupport(uri))
                .findFirst()
                .orElseThrow(() ->
                        new WrongMasterKey("no client for the key management service of meldspoor.master-key-kms-uri is on the class path"));
        try {
            return Optional.of(new Asked(answered(() -> client.withDefaultCredentials().getAead(uri), patience), patience));
        } catch (GeneralSecurityException | ExecutionException e) {
            throw new WrongMasterKey("the key management service does not give the key that encrypts the master key");
        }
    }

    private static Stream<KmsClient> clients() {
        return Stream.concat(
                ServiceLoader.load(KmsClient.class).stream().map(ServiceLoader.Provider::get),
                CLIENTS_OF_TINK.stream().flatMap(name -> client(name).stream()));
    }

    private static Optional<KmsClient> client(String name) {
        try {
            return Optional.of((KmsClient) Class.forName(name).getDeclaredConstructor().newInstance());
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
