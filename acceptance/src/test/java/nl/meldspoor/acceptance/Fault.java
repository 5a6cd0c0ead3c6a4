package nl.meldspoor.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedPart;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;

/** What goes wrong in an installation: each is done while entries come, and undone when it returns. */
enum Fault {

    /** {@code kill -9} of one part, which is started again. */
    KILLED {
        @Override
        void happen(Random random) {
            EmbeddedPart part = anyPart(random);
            part.kill();
            part.start();
        }
    },

    /** Two parts at once: the one that writes and the one it writes to, say. They start side by side: a service is not ready before PostgreSQL. */
    TWO_KILLED {
        @Override
        void happen(Random random) {
            EmbeddedPart one = anyPart(random);
            EmbeddedPart other = anyPart(random);
            one.kill();
            other.kill();
            CompletableFuture<Void> otherStarts = CompletableFuture.runAsync(
                    other.name().equals(one.name()) ? () -> {} : other::start, task -> Thread.ofPlatform().start(task));
            one.start();
            otherStarts.join();
        }
    },

    /** A part that stands still for some seconds and then goes on as if nothing had been: a lease may have run out meanwhile. */
    FROZEN {
        @Override
        void happen(Random random) {
            EmbeddedPart part = anyPart(random);
            signal("-STOP", part);
            try {
                pause(Duration.ofMillis(1_000 + random.nextInt(14_000)));
            } finally {
                signal("-CONT", part);
            }
        }
    },

    /** A transaction that took its place early and commits late: events behind it must wait for it. */
    DELAYED_COMMIT {
        @Override
        void happen(Random random) throws SQLException {
            try (Connection connection = Meldspoor.running().stack().postgres().connectAsSuperuser(Database.CASES.databaseName())) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("select pg_current_xact_id()");
                pause(Duration.ofMillis(500 + random.nextInt(2_500)));
                connection.commit();
            }
        }
    },

    /** Records of cases arrive once more, in any order. */
    DELIVERED_AGAIN_IN_ANY_ORDER {
        @Override
        void happen(Random random) throws ExecutionException, InterruptedException {
            List<Topic.Message> again = new ArrayList<>(Topic.read(Topic.CASE_EVENTS));
            Collections.shuffle(again, random);
            Map<String, Object> config = Map.of("bootstrap.servers", Meldspoor.running().bootstrapServers());
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
                for (Topic.Message message : again.subList(0, Math.min(again.size(), 200))) {
                    producer.send(new ProducerRecord<>(Topic.CASE_EVENTS, null, message.key(), message.value(), headers(message))).get();
                }
            }
        }
    },

    /**
     * The clocks of the services and of PostgreSQL are set to other days, each to another, while they work; then whoever relays dies under a
     * clock that is weeks ahead, so that its leases seem to last for weeks; in the end all are right again, and who asks for it is started anew.
     */
    CLOCKS_SET {
        @Override
        Optional<String> missing() {
            return Clocks.canBeMoved() ? Optional.empty() : Optional.of("faketime");
        }

        @Override
        void happen(Random random) {
            Clocks.ready();
            for (int times = 0; times < 3; times++) {
                Clocks.set(random);
                pause(Duration.ofMillis(500 + random.nextInt(2_500)));
            }
            Clocks.setAll(Duration.ofDays(30));
            pause(Duration.ofMillis(2_000 + random.nextInt(2_000)));
            EmbeddedPart relaying = Meldspoor.running().part("case-service");
            relaying.kill();
            Clocks.setAll(Duration.ZERO);
            relaying.start();
            Clocks.startedAnewWhoAsks();
        }
    };

    private static final List<String> PARTS =
            List.of("postgres", "kafka", "case-service", "reporting-service", "notification-service");

    abstract void happen(Random random) throws Exception;

    /** The package that this machine must have and has not; empty when it can happen here. */
    Optional<String> missing() {
        return Optional.empty();
    }

    private static EmbeddedPart anyPart(Random random) {
        return Meldspoor.running().part(PARTS.get(random.nextInt(PARTS.size())));
    }

    private static List<Header> headers(Topic.Message message) {
        List<Header> headers = new ArrayList<>();
        message.headers().forEach((name, value) ->
                headers.add(new RecordHeader(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        return headers;
    }

    /** To the part and, for PostgreSQL, to the processes it has. */
    private static void signal(String signal, EmbeddedPart part) {
        ProcessHandle process = part.handle().orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(process.pid())));
        process.descendants().map(p -> Long.toString(p.pid())).forEach(command::add);
        try {
            // a session may have ended since it was listed: then kill complains, and has done the rest
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration duration) {
        Instant until = Instant.now().plus(duration);
        await().atMost(duration.plusSeconds(30)).until(() -> Instant.now().isAfter(until));
    }
}
