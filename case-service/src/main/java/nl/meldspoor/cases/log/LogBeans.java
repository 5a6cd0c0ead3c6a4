package nl.meldspoor.cases.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.meldspoor.cases.store.CasesDatabase;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes beans of the log, starts its writer with the service, and shows how it is doing. */
@ApplicationScoped
public class LogBeans {

    /** As the relay, unless it is said otherwise: both need Kafka. */
    @ConfigProperty(name = "meldspoor.log.enabled")
    boolean enabled;

    @ConfigProperty(name = "meldspoor.log.generation", defaultValue = "1")
    int generation;

    @Produces
    @Singleton
    LogTrees trees(CasesDatabase database) {
        return new LogTrees(database);
    }

    /** Beside the master key unless it is said otherwise. */
    @Produces
    @Singleton
    SigningKeys signingKeys(
            @ConfigProperty(name = "meldspoor.log.signing-key-file") Optional<Path> file,
            @ConfigProperty(name = "meldspoor.master-key-file") Path masterKey) {
        return new SigningKeys(file.orElseGet(() -> masterKey.toAbsolutePath().resolveSibling("log-signing-key")));
    }

    @Produces
    @Singleton
    LogWriter writer(
            CasesDatabase database,
            SigningKeys keys,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String bootstrapServers,
            @ConfigProperty(name = "meldspoor.relay.replication", defaultValue = "-1") short replication,
            @ConfigProperty(name = "meldspoor.log.checkpoint-every", defaultValue = "60S") Duration every) {
        return new LogWriter(
                database,
                keys,
                new CheckpointTopic(bootstrapServers, replication),
                new LogWriter.Settings(generation, every, Duration.ofSeconds(1), Duration.ofSeconds(90)),
                clock);
    }

    /** Which log an organisation has now. */
    @Produces
    @Singleton
    CurrentLog currentLog() {
        return organisation -> new LogId(generation, organisation);
    }

    /** Which log an organisation has now. */
    @FunctionalInterface
    public interface CurrentLog {
        LogId of(String organisation);
    }

    void start(@Observes @Priority(3_100) StartupEvent started, LogWriter writer, MeterRegistry metrics) {
        if (enabled) {
            Gauge.builder("meldspoor.log.refused", writer, w -> w.refused().size())
                    .description("Logs that are not signed any more, because they do not go on from what was published")
                    .register(metrics);
            writer.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping, LogWriter writer) {
        if (enabled) {
            writer.close();
        }
    }
}
