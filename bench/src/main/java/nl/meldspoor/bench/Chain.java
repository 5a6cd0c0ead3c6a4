package nl.meldspoor.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.meldspoor.embedded.Database;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How the whole chain keeps up: case-service, relay, Kafka, both consumers. */
final class Chain {

    private static final String TOPIC = "meldspoor.case-events";
    private static final String STORED = "select count(*) from case_event";
    private static final String PROJECTED = "select coalesce(sum(last_sequence), 0) from case_progress";
    private static final Pattern COUNT = Pattern.compile("\"openCases\":\\[[^]]*]");
    private static final Pattern NUMBER = Pattern.compile("\"count\":([0-9]+)");
    private static final String REBUILD = "projection rebuild, events per second";
    private static final int LOOKS = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final int DEAREST = 40;

    private final Running running;
    private final Options options;
    private final Recording recording;

    Chain(Running running, Options options, Recording recording) {
        this.running = running;
        this.options = options;
        this.recording = recording;
    }

    List<Figure> figures() throws Exception {
        var cases = running.start(Database.CASES, Map.of());
        var reporting = running.start(Database.REPORTING, Map.of());
        running.start(Database.NOTIFICATIONS, Map.of());
        var token = running.tokens().person("de-linde-professional", "professional");
        recording.warmUp(cases, token);
        caughtUp();
        var limits = new ArrayList<Double>();
        var chain = new ArrayList<Double>();
        var lags = new ArrayList<Double>();
        for (var run = 1; run <= options.runs(); run++) {
            Bench.say("chain, run " + run + " of " + options.runs());
            limits.add(recording.limit());
            chain.add(keepingUp(cases, token));
            lags.add(visibleAfter(cases, reporting, token, chain.getLast() / 2));
            Bench.say("  limit %.0f/s, chain %.0f/s, visible after %.0f ms".formatted(limits.getLast(), chain.getLast(), lags.getLast()));
        }
        var figures = new ArrayList<>(List.of(
                Figure.atLeast("the whole chain keeping up", 0.5, "durable inserts", chain, limits),
                Figure.within("201 to visible on the dashboard, half load, p99", 100, "", lags)));
        for (var database : Database.values()) {
            figures.add(Figure.memory(
                    "heap of the " + database.service() + " in the chain", 512,
                    "resident %.0f MiB".formatted(running.residentMiB(database)), List.of(running.heapMiB(database))));
        }
        try {
            figures.add(rebuild());
        } catch (Exception e) {
            figures.add(Figure.missing(REBUILD, String.valueOf(e.getMessage())));
        }
        return figures;
    }

    /** Events per second from the first request until the last event is in the projection. */
    private double keepingUp(URI cases, String token) {
        var before = running.number(Database.CASES, STORED);
        if (options.statements()) {
            running.forgetStatements();
        }
        var used = running.processorMillisByPart();
        var from = System.nanoTime();
        Recording.load(cases, token, options.clients(), true, options.each(), 0);
        caughtUp();
        var seconds = (System.nanoTime() - from) / 1e9;
        var events = running.number(Database.CASES, STORED) - before;
        Bench.say("  processor time per event: " + each(used, running.processorMillisByPart(), events));
        if (options.statements()) {
            running.dearestStatements(events, DEAREST).forEach(line -> Bench.say("    " + line));
        }
        return events / seconds;
    }

    private static String each(Map<String, Double> before, Map<String, Double> after, long events) {
        return after.entrySet().stream()
                .map(e -> "%s %.0f µs".formatted(e.getKey(), (e.getValue() - before.getOrDefault(e.getKey(), 0.0)) * 1_000 / events))
                .collect(Collectors.joining(", "));
    }

    private void caughtUp() {
        var stored = running.number(Database.CASES, STORED);
        await("the projection to catch up", () -> running.number(Database.REPORTING, PROJECTED) >= stored);
    }

    /**
     * Opens cases under half load, and looks when the dashboard counts them. Not before the first signals of the cases of the load are
     * projected and the dashboard was looked at often enough to be compiled.
     */
    private double visibleAfter(URI cases, URI reporting, String token, double perSecond) throws Exception {
        var each = options.each().compareTo(Duration.ofSeconds(10)) < 0 ? Duration.ofSeconds(10) : options.each();
        var board = running.tokens().person("de-linde-attention-officer", "attention-officer");
        var opened = new CompletableFuture<Void>();
        var load = CompletableFuture.supplyAsync(() -> Recording.load(
                cases, token, options.clients(), true, each.multipliedBy(3), perSecond, () -> opened.complete(null)));
        CompletableFuture.anyOf(opened, load).get(5, TimeUnit.MINUTES);
        for (var i = 0; i < LOOKS; i++) {
            open(reporting, board);
        }
        caughtUp();
        var stored = running.number(Database.CASES, STORED);
        var used = running.processorMillisByPart();
        var from = System.nanoTime();
        var nanos = new ArrayList<Long>();
        while (!load.isDone() && nanos.size() < LOOKS) {
            nanos.add(visibleAfter(cases, reporting, token, board));
        }
        var events = running.number(Database.CASES, STORED) - stored;
        var seconds = (System.nanoTime() - from) / 1e9;
        Bench.say("  half load, %.0f events per second, processor time per event: %s"
                .formatted(events / seconds, each(used, running.processorMillisByPart(), events)));
        load.get(5, TimeUnit.MINUTES);
        var sorted = nanos.stream().sorted().toList();
        Bench.say("  %d looks, a case visible after %.0f ms in the middle".formatted(sorted.size(), sorted.get(sorted.size() / 2) / 1e6));
        return Figure.p99(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    /** Nanoseconds from the answer that a case was opened until the dashboard counts it. */
    private long visibleAfter(URI cases, URI reporting, String token, String board) {
        var before = open(reporting, board);
        running.post(cases, "/v1/cases", token, Bodies.opening("MELDCODE"));
        var from = System.nanoTime();
        await("the dashboard to count a case", BETWEEN_LOOKS, () -> open(reporting, board) > before);
        return System.nanoTime() - from;
    }

    private long open(URI reporting, String token) {
        var open = COUNT.matcher(running.text(reporting, "/v1/dashboard", token));
        if (!open.find()) {
            throw new IllegalStateException("the dashboard tells no open cases");
        }
        return NUMBER.matcher(open.group()).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
    }

    /** The projection from nothing, by a service that starts on empty tables and has no offsets. */
    private Figure rebuild() throws Exception {
        var limit = plainConsumer();
        running.stop(Database.REPORTING);
        var tables = "select string_agg(quote_ident(tablename), ', ') from pg_tables where schemaname = 'public' and tablename not like 'flyway%'";
        try (var connection = running.parts().postgres().connectAsSuperuser(Database.REPORTING.databaseName());
                var sql = connection.createStatement();
                var row = sql.executeQuery(tables)) {
            row.next();
            var all = row.getString(1);
            connection.createStatement().execute("truncate " + all);
        }
        try (var admin = AdminClient.create(Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, running.parts().kafka().bootstrapServers()))) {
            // a static member is gone only when its session ended
            await("the consumer group to be empty", () -> isDeleted(admin));
        }
        var stored = running.number(Database.CASES, STORED);
        var starting = CompletableFuture.runAsync(() -> running.start(Database.REPORTING, Map.of()));
        await("the rebuild to begin", () -> running.number(Database.REPORTING, PROJECTED) > 0);
        var first = running.number(Database.REPORTING, PROJECTED);
        var from = System.nanoTime();
        await("the rebuild to end", () -> running.number(Database.REPORTING, PROJECTED) >= stored);
        var rate = (stored - first) / ((System.nanoTime() - from) / 1e9);
        starting.get(2, TimeUnit.MINUTES);
        return Figure.atLeast(REBUILD, 0.5, "plain consumer", List.of(rate), List.of(limit));
    }

    private static boolean isDeleted(AdminClient admin) {
        try {
            admin.deleteConsumerGroups(List.of("meldspoor-reporting")).all().get(30, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return e.getCause() instanceof GroupIdNotFoundException;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private double plainConsumer() {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, running.parts().kafka().bootstrapServers());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream().map(p -> new TopicPartition(TOPIC, p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var wanted = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
            var read = 0L;
            var from = System.nanoTime();
            while (read < wanted) {
                read += consumer.poll(Duration.ofSeconds(1)).count();
            }
            return read / ((System.nanoTime() - from) / 1e9);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        await(what, Duration.ofMillis(20), condition);
    }

    private static void await(String what, Duration pause, BooleanSupplier condition) {
        var until = System.nanoTime() + Duration.ofMinutes(15).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("waited too long for " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
