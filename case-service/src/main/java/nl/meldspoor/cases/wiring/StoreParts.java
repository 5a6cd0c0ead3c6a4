package nl.meldspoor.cases.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import nl.meldspoor.events.PersonRefs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What decisions and answers need beside the store, which makes its own beans ({@link nl.meldspoor.cases.store.StoreBeans}). */
@ApplicationScoped
class StoreParts {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    PersonRefs personRefs(@ConfigProperty(name = "meldspoor.person-key") String key) {
        return new PersonRefs(Base64.getDecoder().decode(key));
    }
}
