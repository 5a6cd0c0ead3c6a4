package nl.meldspoor.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import nl.meldspoor.embedded.EmbeddedPart;
import nl.meldspoor.embedded.MovableClock;

/** The wall clocks of the parts of ours and of PostgreSQL, which can be set to another day while they work. */
final class Clocks {

    /** What a writer records happened twenty days ago, and must not lie in the future of anybody. */
    private static final int MOST_DAYS_BEHIND = 15;

    private static final int MOST_DAYS_AHEAD = 40;

    private static final List<String> PARTS = List.of("postgres", "case-service", "notification-service", "reporting-service");

    private Clocks() {}

    static boolean canBeMoved() {
        return MovableClock.isThere();
    }

    /** Starts all parts again whose clock is that of the machine; then they have one of their own, which is right still. */
    static void ready() {
        startedAgain(PARTS.stream().filter(part -> !clock(part).isSet()).toList(), () -> PARTS.forEach(part -> clock(part).set(Duration.ZERO)));
    }

    /** All parts have the clock of the machine again, as if nothing had been. */
    static void giveBack() {
        startedAgain(PARTS.stream().filter(part -> clock(part).isSet()).toList(), () -> PARTS.forEach(part -> clock(part).release()));
    }

    private static void startedAgain(List<String> parts, Runnable between) {
        List<EmbeddedPart> killed = parts.stream().map(Meldspoor.running()::part).toList();
        killed.forEach(EmbeddedPart::kill);
        between.run();
        Meldspoor.running().part("postgres").start();
        killed.parallelStream().forEach(EmbeddedPart::start);
    }

    /** Starts the services anew that ask for it because their clock was set back, as Kubernetes does. */
    static void startedAnewWhoAsks() {
        List.of(Service.NOTIFICATIONS, Service.REPORTING).forEach(service -> await(service + " to ask for a new start")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Caller.nobody().get(service, "/q/health/live").expect(503)));
        startedAgain(List.of("notification-service", "reporting-service"), () -> {});
    }

    /** Each clock goes somewhere else, by a minute or by weeks, ahead or behind. */
    static void set(Random random) {
        PARTS.forEach(part -> set(part, anyDistance(random)));
    }

    static void setAll(Duration ahead) {
        PARTS.forEach(part -> set(part, ahead));
    }

    private static void set(String part, Duration ahead) {
        System.out.println("Clocks: part=" + part + " ahead=" + ahead);
        clock(part).set(ahead);
    }

    private static Duration anyDistance(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofMinutes(random.nextInt(1, 60));
            case 1 -> Duration.ofMinutes(-random.nextInt(1, 60));
            case 2 -> Duration.ofHours(random.nextInt(1, MOST_DAYS_AHEAD * 24));
            default -> Duration.ofHours(-random.nextInt(1, MOST_DAYS_BEHIND * 24));
        };
    }

    private static MovableClock clock(String part) {
        return Meldspoor.running().stack().clock(part);
    }
}
