package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** Where the build found the parts: the archives and jars that Maven fetched, by path. */
final class Parts {

    private static final Properties PATHS = read();

    private Parts() {}

    /** The jar that holds {@code postgres-linux-x86_64.txz}. */
    static Path postgresJar() {
        return Path.of(path("postgres.jar"));
    }

    /** The distribution of Keycloak, a zip. */
    static Path keycloakZip() {
        return Path.of(path("keycloak.zip"));
    }

    /** Everything a Kafka broker needs, as a Java class path. */
    static String kafkaClassPath() {
        return path("kafka.class-path");
    }

    private static String path(String name) {
        var value = PATHS.getProperty(name);
        if (value == null || value.startsWith("${")) {
            throw new IllegalStateException("expected the path of " + name + " in parts.properties, but was " + value
                    + ": build deploy/embedded with Maven");
        }
        return value;
    }

    private static Properties read() {
        var properties = new Properties();
        try (var in = Parts.class.getResourceAsStream("parts.properties")) {
            if (in == null) {
                throw new IllegalStateException("expected parts.properties on the class path, but was none");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
