package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real Keycloak with the demo realm, over HTTP on the loopback address, with a file store of its own.
 *
 * <p>The distribution is built once per checksum and shared; each folder has its own data, with links to the shared
 * rest. When the realm's file is another than last time, the data are made anew from it: the demo realm keeps nothing
 * that is not in the file.
 *
 * <p>Layout of the folder: {@code home/} (links, and {@code data/}), {@code keycloak.pid}, {@code ../log/keycloak.log}.
 */
public final class EmbeddedKeycloak implements EmbeddedPart {

    private static final Duration START_AT_MOST = Duration.ofMinutes(3);

    /** What the shared copy is built with; another list is another copy. */
    private static final List<String> BUILD = List.of(
            "build",
            "--db=dev-file",
            "--features-disabled=docker,impersonation,ciba,device-flow,organization,passkeys,kerberos");

    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers");
    private static final String WEB_IN_REALM_FILE = "http://localhost:8083";

    private final Path folder;
    private final int port;
    private final Path realm;
    private final int webPort;

    private EmbeddedKeycloak(Path folder, int port, Path realm, int webPort) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.realm = realm;
        this.webPort = webPort;
    }

    /**
     * The Keycloak of that folder; nothing is made or started yet.
     *
     * @param realm the realm's file, with the themes it uses in a folder {@code themes} beside it
     * @param webPort where the web pages are, which people are sent back to after signing in
     */
    public static EmbeddedKeycloak at(Path folder, int port, Path realm, int webPort) {
        return new EmbeddedKeycloak(folder, port, realm, webPort);
    }

    /** Unpacks and builds the shared copy, if that was not done before: half a minute, the first time. */
    public static void prepare() {
        distribution();
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public int port() {
        return port;
    }

    /** What tokens name as their issuer. */
    public String realmUrl() {
        return "http://localhost:" + port + "/realms/meldspoor";
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        var distribution = distribution();
        var home = folder.resolve("home");
        try {
            Files.createDirectories(log().getParent());
            layOut(home, distribution);
            var process = Children.start(
                    "TERM",
                    new ProcessBuilder(command(home, distribution))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())));
            Files.writeString(folder.resolve("keycloak.pid"), Long.toString(process.pid()));
            Readiness.await(this, process, URI.create(realmUrl() + "/.well-known/openid-configuration"), START_AT_MOST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        handle().ifPresent(process -> EmbeddedPart.end(process, Duration.ofSeconds(20)));
    }

    @Override
    public Optional<ProcessHandle> handle() {
        return PidFile.handle(folder.resolve("keycloak.pid"), "-Dkc.home.dir=" + folder.resolve("home"));
    }

    @Override
    public Path log() {
        return folder.resolveSibling("log").resolve("keycloak.log");
    }

    private static Path distribution() {
        return PartsCache.prepared("keycloak", Parts.keycloakZip(), String.join(" ", BUILD), fresh -> {
            PartsCache.unzip(Parts.keycloakZip(), fresh);
            var command = new ArrayList<String>();
            command.add(fresh.resolve("bin/kc.sh").toString());
            command.addAll(BUILD);
            var builder = new ProcessBuilder(command).directory(fresh.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Children.run(Duration.ofMinutes(5), builder);
        });
    }

    private void layOut(Path home, Path distribution) throws IOException {
        var text = Files.readString(realm).replace(WEB_IN_REALM_FILE, "http://localhost:" + webPort);
        var imported = home.resolve("data/import/meldspoor-realm.json");
        if (Files.exists(imported) && !Files.readString(imported).equals(text)) {
            FileTree.delete(home.resolve("data"));
        }
        Files.createDirectories(imported.getParent());
        Files.writeString(imported, text);
        for (var shared : SHARED) {
            var link = home.resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(shared));
        }
        // The look of the sign-in stands beside the realm that names it.
        var themes = home.resolve("themes");
        Files.deleteIfExists(themes);
        Files.createSymbolicLink(themes, realm.toAbsolutePath().resolveSibling("themes"));
    }

    private List<String> command(Path home, Path distribution) {
        return List.of(
                Children.java(),
                "-Xmx448m",
                "-XX:+UseSerialGC",
                // starts in half the time, and nobody measures it
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Dpicocli.disable.closures=true",
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port);
    }
}
