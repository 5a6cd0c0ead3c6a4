package nl.meldspoor.cases.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.meldspoor.cases.store.CuttingProxy;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;

/** As {@link CaseParts}, with the way to PostgreSQL in the hands of the test. */
public final class CutOffParts implements QuarkusTestResourceLifecycleManager {

    /** Nothing comes through any more. */
    public static final String GO_AWAY = "go away";

    /** It does again. */
    public static final String COME_BACK = "come back";

    /** The next append of a signal is committed, and nobody hears of it; then as {@link #GO_AWAY}. */
    public static final String SWALLOW_THE_ANSWER = "swallow the answer";

    /** Through a system property, because test and resource are loaded by different class loaders. */
    private static final String WAY = "nl.meldspoor.cases.test-way-to-postgres";

    private CuttingProxy proxy;

    /** Does one of these to the way to PostgreSQL. */
    @SuppressWarnings("unchecked")
    public static void make(String what) {
        ((Consumer<String>) System.getProperties().get(WAY)).accept(what);
    }

    @Override
    public Map<String, String> start() {
        var postgres = EmbeddedParts.shared().postgres(Database.CASES);
        try {
            proxy = new CuttingProxy(postgres.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.getProperties().put(WAY, (Consumer<String>) this::obey);
        var config = new HashMap<>(new CaseParts().start());
        config.put("quarkus.datasource.reactive.url", "postgresql://localhost:" + proxy.port() + "/" + Database.CASES.databaseName());
        config.put("meldspoor.store.patience", "2S");
        return config;
    }

    private void obey(String what) {
        switch (what) {
            case GO_AWAY -> proxy.goAway();
            case COME_BACK -> proxy.comeBack();
            case SWALLOW_THE_ANSWER -> proxy.arm(CuttingProxy.Cut.AFTER_THE_COMMIT_AND_STAY_AWAY, "SignalRecorded");
            default -> throw new IllegalArgumentException("expected something to do, but was " + what);
        }
    }

    @Override
    public void stop() {
        try {
            System.getProperties().remove(WAY);
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
