package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in a folder of its own, on the loopback address.
 *
 * <p>Topics are made by who owns them: auto-create is off. All state is in the folder, so that two objects on the same
 * folder and port are the same broker. {@link #wipe()} throws its data away: the next start is another Kafka, with
 * another cluster id.
 *
 * <p>Layout of the folder: {@code data/}, {@code server.properties}, {@code log4j2.properties}, {@code kafka.pid},
 * {@code ../log/kafka.log}.
 */
public final class EmbeddedKafka implements EmbeddedPart {

    private static final Duration START_AT_MOST = Duration.ofSeconds(90);

    private static final String LOGGING = """
            appender.out.type = Console
            appender.out.name = OUT
            appender.out.layout.type = PatternLayout
            appender.out.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %p %c{1} %m%n
            rootLogger.level = WARN
            rootLogger.appenderRef.out.ref = OUT
            logger.server.name = kafka.server.KafkaRaftServer
            logger.server.level = INFO
            """;

    private final Path folder;
    private final int port;

    private EmbeddedKafka(Path folder, int port) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
    }

    /** The broker of that folder; nothing is made or started yet. */
    public static EmbeddedKafka at(Path folder, int port) {
        return new EmbeddedKafka(folder, port);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log().getParent());
            Files.writeString(folder.resolve("log4j2.properties"), LOGGING);
            Files.writeString(folder.resolve("server.properties"), settings(Ports.free()));
            if (!Files.exists(folder.resolve("data/meta.properties"))) {
                format();
            }
            var command = java("384m");
            command.addAll(List.of("kafka.Kafka", folder.resolve("server.properties").toString()));
            var process = Children.start(
                    "TERM",
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())));
            Files.writeString(pidFile(), Long.toString(process.pid()));
            awaitBroker(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        handle().ifPresent(process -> EmbeddedPart.end(process, Duration.ofSeconds(30)));
    }

    /** Stops it and throws its data away. */
    public void wipe() {
        kill();
        FileTree.delete(folder.resolve("data"));
    }

    @Override
    public Optional<ProcessHandle> handle() {
        return PidFile.handle(pidFile(), folder.resolve("server.properties").toString());
    }

    @Override
    public Path log() {
        return folder.resolveSibling("log").resolve("kafka.log");
    }

    private Path pidFile() {
        return folder.resolve("kafka.pid");
    }

    private String settings(int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=BROKER://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=BROKER://localhost:%1$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                log.dirs=%3$s

                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                """.formatted(port, controllerPort, folder.resolve("data"));
    }

    private void format() {
        var command = java("128m");
        command.addAll(List.of(
                "kafka.tools.StorageTool", "format",
                "-t", newClusterId(),
                "-c", folder.resolve("server.properties").toString()));
        Children.run(Duration.ofMinutes(1), new ProcessBuilder(command).directory(folder.toFile()));
    }

    private List<String> java(String heap) {
        return new ArrayList<>(List.of(
                Children.java(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"),
                "-Djava.awt.headless=true",
                "-cp",
                Parts.kafkaClassPath()));
    }

    /** Ready when the broker answers a request, not when the port is open. */
    private void awaitBroker(Process process) {
        var until = System.nanoTime() + START_AT_MOST.toNanos();
        while (System.nanoTime() < until) {
            if (answers()) {
                return;
            }
            try {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Kafka ended with " + process.exitValue() + "; its log " + log()
                            + " ends with: " + LastLines.of(log()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while Kafka started", e);
            }
        }
        throw new IllegalStateException("Kafka does not answer after " + START_AT_MOST + "; see " + log());
    }

    /** Sends ApiVersions (key 18, version 0) and reads the answer: header, then error code 0. */
    private boolean answers() {
        var request = ByteBuffer.allocate(4 + 2 + 2 + 4 + 2)
                .putInt(10)
                .putShort((short) 18)
                .putShort((short) 0)
                .putInt(1)
                .putShort((short) -1);
        try (var socket = new java.net.Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request.array());
            var answer = ByteBuffer.wrap(socket.getInputStream().readNBytes(10));
            return answer.remaining() == 10 && answer.getInt(4) == 1 && answer.getShort(8) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Kafka's own form: the 16 bytes of a UUID in URL-safe base64, not beginning with a dash. */
    private static String newClusterId() {
        while (true) {
            var uuid = UUID.randomUUID();
            var bytes = ByteBuffer.allocate(16)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array();
            var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            if (!id.startsWith("-")) {
                return id;
            }
        }
    }
}
