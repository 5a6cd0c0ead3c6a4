package nl.meldspoor.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import nl.meldspoor.events.PersonRefs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What comes from outside: the time and the secret under which people are hashed. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** @param personKey base64 of 32 bytes, the same in all three services; without it the service does not start */
    @Produces
    @Singleton
    PersonRefs personRefs(@ConfigProperty(name = "meldspoor.person-key") String personKey) {
        return new PersonRefs(Base64.getDecoder().decode(personKey));
    }
}
