package nl.meldspoor.cases.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** As {@link CaseParts}, for a service that takes few entries on. */
public final class FewPlacesParts implements QuarkusTestResourceLifecycleManager {

    /** So many entries wait to be stored; the next is refused. */
    public static final int MOST_WAITING = 2;

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(new CaseParts().start());
        config.put("meldspoor.store.most-waiting", Integer.toString(MOST_WAITING));
        config.put("meldspoor.store.patience", "60S");
        return config;
    }

    @Override
    public void stop() {
        // The parts go with the Java process.
    }
}
