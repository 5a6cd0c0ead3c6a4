package nl.meldspoor.cases.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.WakeUpListener;
import nl.meldspoor.events.PublishedEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes beans of the relay, starts it with the service, and shows how it is doing. */
@ApplicationScoped
public class RelayBeans {

    @ConfigProperty(name = "meldspoor.relay.enabled", defaultValue = "true")
    boolean enabled;

    @Produces
    @Singleton
    RelaySettings settings(
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String bootstrapServers,
            @ConfigProperty(name = "meldspoor.source", defaultValue = "urn:nld:kvknr:00000000:systeem:meldspoor") String source,
            @ConfigProperty(name = "meldspoor.relay.replication", defaultValue = "-1") short replication,
            @ConfigProperty(name = "meldspoor.relay.lease", defaultValue = "15S") Duration lease,
            @ConfigProperty(name = "meldspoor.relay.batch", defaultValue = "500") int batch) {
        return new RelaySettings(bootstrapServers, PublishedEvent.TOPIC, source, replication, lease, batch);
    }

    @Produces
    @Singleton
    Relay relay(CasesDatabase database, RelaySettings settings) {
        return new Relay(database, settings);
    }

    /** Beside the relay of case events, by the instance that relays them. */
    @Produces
    @Singleton
    InspectionRelay inspections(CasesDatabase database, RelaySettings settings, Relay relay) {
        return new InspectionRelay(database, settings, relay::active);
    }

    @Produces
    @Singleton
    WakeUpListener listener(Pool pool, Relay relay) {
        return new WakeUpListener(pool, relay::wake);
    }

    @Produces
    @Singleton
    RelayLag lag(
            CasesDatabase database,
            @ConfigProperty(name = "meldspoor.relay.alarm-after", defaultValue = "30S") Duration alarmAfter) {
        return new RelayLag(database, alarmAfter);
    }

    /** After the store has been looked at. */
    void start(
            @Observes @Priority(3_000) StartupEvent started,
            Relay relay,
            RelayLag lag,
            WakeUpListener listener,
            InspectionRelay inspections,
            MeterRegistry metrics) {
        if (!enabled) {
            return;
        }
        FunctionCounter.builder("meldspoor.relay.published", relay, Relay::published)
                .description("Events sent to Kafka, those sent again included")
                .register(metrics);
        Gauge.builder("meldspoor.relay.active", relay, r -> r.active() ? 1 : 0)
                .description("1 when this instance relays, 0 when it stands by")
                .register(metrics);
        Gauge.builder("meldspoor.relay.waiting", lag, l -> l.last().waiting())
                .description("Events stored and not known to be on Kafka")
                .register(metrics);
        Gauge.builder("meldspoor.relay.oldest.waiting", lag, l -> l.last().oldest().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("How long the oldest of them has been waiting")
                .register(metrics);
        Gauge.builder("meldspoor.inspections.waiting", inspections, InspectionRelay::waiting)
                .description("Inspections stored and not known to be on Kafka: the board has not heard of them")
                .register(metrics);
        relay.start();
        listener.start();
        lag.start();
        inspections.start();
    }

    void stop(@Observes ShutdownEvent stopping, Relay relay, RelayLag lag, WakeUpListener listener, InspectionRelay inspections) {
        if (enabled) {
            inspections.close();
            lag.close();
            listener.close();
            relay.close();
        }
    }
}
