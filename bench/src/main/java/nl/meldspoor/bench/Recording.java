package nl.meldspoor.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.meldspoor.embedded.Database;

/** How fast entries are recorded by the case-service alone, held against what the disk and PostgreSQL could at that moment. */
final class Recording {

    /** So many that a case stays of the size of a real one. */
    private static final int CASES = 2_048;

    private static final Pattern LOCATION = Pattern.compile("(?i)location: \\S*/v1/cases/([0-9a-f-]{36})");

    private final Running running;
    private final Options options;
    private Inserts inserts;

    Recording(Running running, Options options) {
        this.running = running;
        this.options = options;
    }

    List<Figure> figures() {
        var service = running.start(Database.CASES, Map.of("MELDSPOOR_RELAY_ENABLED", "false"));
        var token = running.tokens().person("de-linde-professional", "professional");
        warmUp(service, token);
        var limits = new ArrayList<Double>();
        var minimal = new ArrayList<Double>();
        var full = new ArrayList<Double>();
        var aloneLimits = new ArrayList<Double>();
        var alone = new ArrayList<Double>();
        for (var run = 1; run <= options.runs(); run++) {
            Bench.say("recording, run " + run + " of " + options.runs());
            limits.add(limit());
            aloneLimits.add(Figure.p99(inserts.alone(options.each().dividedBy(2))));
            inserts.cleanUp();
            minimal.add(load(service, token, options.clients(), true).result().perSecond());
            full.add(load(service, token, options.clients(), false).result().perSecond());
            alone.add(Figure.p99(load(service, token, 1, true).result().nanos()));
            Bench.say("  limit %.0f/s, minimal %.0f/s, full %.0f/s".formatted(limits.getLast(), minimal.getLast(), full.getLast()));
        }
        var heap = running.heapMiB(Database.CASES);
        var resident = running.residentMiB(Database.CASES);
        return List.of(
                Figure.atLeast("signals over HTTP, return=minimal", 1.0, "durable inserts", minimal, limits),
                Figure.atLeast("signals over HTTP, full answer", 0.85, "durable inserts", full, limits),
                Figure.atMost("one command, 1 client, p99", 5, "one durable insert, p99", alone, aloneLimits),
                Figure.memory("heap of the case-service then", 512, "resident %.0f MiB".formatted(resident), List.of(heap)));
    }

    /** Rows to insert must be there to be copied, caches filled, and code compiled: until a command costs what the one before it did. */
    void warmUp(URI service, String token) {
        for (var minimal : List.of(false, true)) {
            WarmUp.untilSettled(() -> load(service, token, options.clients(), minimal).serviceMicros());
        }
        inserts = new Inserts(running.parts().postgres(), running.folder());
    }

    /** Durable single-row inserts per second, the best of 8, 32 and 64 clients. */
    double limit() {
        var best = inserts.best(options.each().dividedBy(2));
        inserts.cleanUp();
        return best;
    }

    /** @param serviceMicros processor time of the service per command */
    private record Loaded(HttpLoad.Result result, double serviceMicros) {}

    private Loaded load(URI service, String token, int clients, boolean minimal) {
        var used = new double[3];
        var result = load(service, token, clients, minimal, options.each(), 0, () -> {
            used[0] = running.processorMillis(Database.CASES);
            used[1] = running.processorMillisOfPostgres();
            used[2] = Machine.processorMillis(ProcessHandle.current());
        });
        var serviceMicros = each(running.processorMillis(Database.CASES) - used[0], result);
        Bench.say("  %d client(s), %s: %.0f/s; processor time per command: service %.0f µs, PostgreSQL %.0f µs, load generator %.0f µs"
                .formatted(
                        clients, minimal ? "minimal" : "full", result.perSecond(),
                        serviceMicros,
                        each(running.processorMillisOfPostgres() - used[1], result),
                        each(Machine.processorMillis(ProcessHandle.current()) - used[2], result)));
        return new Loaded(result, serviceMicros);
    }

    private static double each(double millis, HttpLoad.Result result) {
        return millis * 1_000 / result.nanos().length;
    }

    static HttpLoad.Result load(URI service, String token, int clients, boolean minimal, Duration each, double perSecond) {
        return load(service, token, clients, minimal, each, perSecond, () -> {});
    }

    /** Signals on cases that are opened for it before; {@code opened} is told when they are. */
    static HttpLoad.Result load(
            URI service, String token, int clients, boolean minimal, Duration each, double perSecond, Runnable opened) {
        var cases = open(service, token, clients);
        opened.run();
        var body = Bodies.signal();
        var requests = cases.stream()
                .map(id -> HttpLoad.request(
                        "POST", "/v1/cases/" + id + "/signals", token, body, minimal ? "Prefer: return=minimal" : "Accept: */*"))
                .toList();
        return new HttpLoad(service, clients, inTurn(requests), 201, perSecond).run(each).sound();
    }

    private static List<String> open(URI service, String token, int clients) {
        var ids = new ArrayList<String>();
        new HttpLoad(
                        service,
                        Math.min(clients, 32),
                        () -> HttpLoad.request("POST", "/v1/cases", token, Bodies.opening("MELDCODE"), "Prefer: return=minimal"),
                        201,
                        0)
                .telling(head -> {
                    var location = LOCATION.matcher(head);
                    if (location.find()) {
                        ids.add(location.group(1));
                    }
                })
                .run(Duration.ofMinutes(5), CASES)
                .sound();
        return ids;
    }

    private static Supplier<byte[]> inTurn(List<byte[]> requests) {
        var next = new int[1];
        return () -> requests.get(next[0]++ % requests.size());
    }
}
