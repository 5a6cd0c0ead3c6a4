package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The key of a key management service that encrypts the master keyset, by Tink's {@link KmsClient}: the client of the service is put on the class
 * path and found by the form of the address. It is asked when the keyset is read, at the start and when its file has changed; data
 * keys are unwrapped in memory.
 *
 * @param uri for example {@code aws-kms://arn:aws:kms:…}
 */
public record KeyOfKms(String uri) implements Supplier<Optional<Aead>> {

    /** Tink's own, whose jars do not register them as Java services. */
    private static final List<String> CLIENTS_OF_TINK = List.of(
            "com.google.crypto.tink.integration.awskms.AwsKmsClient", "com.google.crypto.tink.integration.gcpkms.GcpKmsClient");

    @Override
    public Optional<Aead> get() {
        KmsClient client = clients()
                .filter(c -> c.doesSupport(uri))
                .findFirst()
                .orElseThrow(() ->
                        new WrongMasterKey("no client for the key management service of meldspoor.master-key-kms-uri is on the class path"));
        try {
            return Optional.of(new Asked(client.withDefaultCredentials().getAead(uri)));
        } catch (GeneralSecurityException | RuntimeException e) {
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

    /** Says in one sentence that the service cannot be asked, which each client throws as an exception of its own. */
    private record Asked(Aead key) implements Aead {

        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            try {
                return key.encrypt(plaintext, associatedData);
            } catch (RuntimeException e) {
                throw away();
            }
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            try {
                return key.decrypt(ciphertext, associatedData);
            } catch (RuntimeException e) {
                throw away();
            }
        }

        private static WrongMasterKey away() {
            return new WrongMasterKey("the key management service that encrypts the master key does not answer");
        }
    }
}
