package nl.meldspoor.cases.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;

/** A real PostgreSQL with the tables of the case-service, and keys made for this run. */
public final class CaseParts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var parts = EmbeddedParts.shared();
        var config = new HashMap<>(parts.databaseConfig(Database.CASES));
        config.put("meldspoor.person-key", Base64.getEncoder().encodeToString(new byte[32]));
        config.put("meldspoor.master-key-file", parts.folder().resolve("case-service-master-key.json").toString());
        config.put("meldspoor.relay.enabled", "false");
        return config;
    }

    @Override
    public void stop() {
        // The parts go with the Java process.
    }
}
