package nl.meldspoor.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldspoor.embedded.EmbeddedPart;
import nl.meldspoor.embedded.Progress;
import nl.meldspoor.embedded.Stack;

/**
 * The running system: PostgreSQL, Kafka, Keycloak and the three services as processes of their own, started once per Java process and
 * gone with it. Tests share it, so each works on cases of its own.
 */
final class Meldspoor {

    private final Stack stack;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Meldspoor(Stack stack) {
        this.stack = stack;
    }

    private static final class Shared {
        private static final Meldspoor RUNNING = start();

        private static Meldspoor start() {
            Stack stack = Stack.temporary();
            stack.start(Progress.SILENT);
            return new Meldspoor(stack);
        }
    }

    /** The one of this Java process; started when first asked for. */
    static Meldspoor running() {
        return Shared.RUNNING;
    }

    URI address(Service service) {
        return switch (service) {
            case CASES -> stack.cases();
            case REPORTING -> stack.reporting();
            case NOTIFICATIONS -> stack.notifications();
        };
    }

    String bootstrapServers() {
        return stack.kafka().bootstrapServers();
    }

    /** postgres, kafka, keycloak, case-service, notification-service, reporting-service */
    EmbeddedPart part(String name) {
        return stack.part(name);
    }

    Stack stack() {
        return stack;
    }

    /** Everything the parts write. */
    Path folder() {
        return stack.data();
    }

    /** Token of a demo user, or of an integration by its client id; asked from Keycloak once. */
    String token(String name) {
        return tokens.computeIfAbsent(name, keycloak()::token);
    }

    Keycloak keycloak() {
        return new Keycloak(URI.create("http://localhost:" + stack.keycloak().port()));
    }
}
