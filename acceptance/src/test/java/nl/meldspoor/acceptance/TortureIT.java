package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.meldspoor.embedded.EmbeddedPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Faults in random order while entries come; after each the accepted set is the stored, the published, the reported and the told set, in
 * order, with its chain whole. Short here; {@code ./meldspoor torture MINUTES} goes on for as long as one likes. The seed is printed, and
 * {@code -Dmeldspoor.seed=…} draws the same faults again.
 */
class TortureIT {

    private static final long SEED = Long.getLong("meldspoor.seed", System.nanoTime());
    private static final Duration LONG = Duration.ofMinutes(Long.getLong("meldspoor.torture.minutes", 0));

    private final Random random = new Random(SEED);

    @AfterEach
    void everythingRunsAgain() {
        Clocks.giveBack();
        Meldspoor.running().stack().parts().forEach(EmbeddedPart::start);
    }

    @Test
    void whateverBreaksAcceptedIsStoredIsPublishedIsReported() throws Exception {
        System.out.println("TortureIT: meldspoor.seed=" + SEED);
        CaseFile withDeadline = withDeadline();
        Flow flow = Flow.started(random);
        Instant until = Instant.now().plus(LONG);
        int round = 0;
        do {
            for (Fault fault : inAnyOrder()) {
                // given
                flow.goOn();
                flow.awaitMore(5 + random.nextInt(20));

                // when
                System.out.println("TortureIT: round=" + ++round + " fault=" + fault + " accepted=" + flow.accepted());
                fault.happen(random);
                flow.awaitMore(5);

                // then
                Arrival.assertOnceAndInOrder(flow.rest());
                await().atMost(Arrival.CAUGHT_UP).untilAsserted(() -> Arrival.assertSaidOnce(withDeadline));
            }
        } while (Instant.now().isBefore(until));
        flow.end();
    }

    /** Half of its six weeks is over, so one rung is said at once. */
    private static CaseFile withDeadline() {
        return REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReportOnNobody()
                        .with("discoveredAt", When.noonDaysAgo(22))
                        .with("reportedAt", When.noonDaysAgo(22)));
    }

    private List<Fault> inAnyOrder() {
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            fault.missing().ifPresentOrElse(
                    name -> System.out.println("TortureIT: fault=" + fault + " is left out: install the package " + name), () -> faults.add(fault));
        }
        Collections.shuffle(faults, random);
        return faults;
    }
}
