package nl.meldspoor.cases.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The key of a key management service that encrypts the master keyset, by Tink's {@link KmsClient}: the client of the service is put on the class
 * path (Tink's own for AWS, Google Cloud and Vault register themselves) and found by the form of the address. It is asked once, at
 * the start; data keys are unwrapped in memory.
 *
 * @param uri for example {@code aws-kms://arn:aws:kms:…}
 */
public record KeyOfKms(String uri) implements Supplier<Optional<Aead>> {

    @Override
    public Optional<Aead> get() {
        for (KmsClient client : ServiceLoader.load(KmsClient.class)) {
            if (client.doesSupport(uri)) {
                try {
                    return Optional.of(client.withDefaultCredentials().getAead(uri));
                } catch (GeneralSecurityException e) {
                    throw new WrongMasterKey("the key management service does not give the key that encrypts the master key");
                }
            }
        }
        throw new WrongMasterKey("no client for the key management service of meldspoor.master-key-kms-uri is on the class path");
    }
}
