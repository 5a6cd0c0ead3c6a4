package nl.meldspoor.cases.relay;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;

/** What the whole service needs to relay: PostgreSQL and Kafka of its own, and keys made for this run. */
public final class RelayingParts implements QuarkusTestResourceLifecycleManager {

    private EmbeddedParts parts;

    @Override
    public Map<String, String> start() {
        parts = EmbeddedParts.fresh();
        Map<String, String> config = new HashMap<>(parts.config(Database.CASES));
        config.put("meldspoor.person-key", Base64.getEncoder().encodeToString(new byte[32]));
        config.put("meldspoor.master-key-file", parts.folder().resolve("master-key.json").toString());
        config.put("meldspoor.relay.enabled", "true");
        config.put("meldspoor.source", RelayFixture.SOURCE);
        config.put("test.owner.password", parts.postgres().password(Database.CASES.ownerRole()));
        config.put("test.jdbc.url", parts.postgres().jdbcUrl(Database.CASES));
        return config;
    }

    @Override
    public void stop() {
        parts.close();
    }
}
