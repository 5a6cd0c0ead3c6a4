package nl.meldspoor.reporting.reach;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;
import nl.meldspoor.events.PersonRefs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secret behind {@link PersonRefs}: {@code meldspoor.person-key}, 32 bytes in base64, the same for all services. */
class PersonKey {

    @Produces
    @Singleton
    PersonRefs refs(@ConfigProperty(name = "meldspoor.person-key") String key) {
        return new PersonRefs(Base64.getDecoder().decode(key.strip()));
    }
}
