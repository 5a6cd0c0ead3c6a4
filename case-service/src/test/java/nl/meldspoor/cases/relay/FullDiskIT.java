package nl.meldspoor.cases.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.cases.store.AppendResult;
import nl.meldspoor.cases.store.Commands;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.cases.store.StoredChain;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.cases.support.SmallDisk;
import nl.meldspoor.embedded.EmbeddedParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The disk under PostgreSQL and Kafka is full to the last byte, then has room again: what was accepted is there, what was refused is not. */
class FullDiskIT {

    private static final int MEGABYTES = 512;

    /** Kafka and PostgreSQL both, and after them the relay. */
    private static final Duration STARTED_AGAIN = Duration.ofMinutes(3);

    private final List<UUID> accepted = new ArrayList<>();
    private final List<UUID> refused = new ArrayList<>();
    private SmallDisk disk;
    private RelayFixture fixture;

    @BeforeEach
    void start() throws Exception {
        var mounted = SmallDisk.of(MEGABYTES);
        assumeTrue(mounted.isPresent(), "only root can give a test a small disk of its own");
        disk = mounted.get();
        fixture = new RelayFixture(EmbeddedParts.in(disk.folder()));
    }

    @AfterEach
    void stop() throws Exception {
        if (disk != null) {
            disk.free();
            if (fixture != null) {
                fixture.close();
            }
            disk.close();
        }
    }

    @Test
    void whatWasAcceptedIsThereAndWhatWasRefusedIsNot() throws Exception {
        // given
        fixture.relay();
        open(20);

        // when: nothing more fits, and recording goes on till it is refused
        disk.fill();
        for (int i = 0; i < 2_000 && refused.size() < 5; i++) {
            open(1);
        }
        assertThat(refused).as("a full disk must refuse at some time").isNotEmpty();
        disk.free();

        // then: recording goes on, and all that was accepted arrives
        await().atMost(STARTED_AGAIN).until(() -> {
            whoeverGaveUpIsStartedAgain();
            int before = accepted.size();
            open(1);
            return accepted.size() > before;
        });
        open(20);
        Set<UUID> stored = new HashSet<>(fixture.stored().keySet());
        assertThat(stored).containsAll(accepted).doesNotContainAnyElementsOf(refused);
        await().atMost(STARTED_AGAIN).until(() -> {
            whoeverGaveUpIsStartedAgain();
            return fixture.topic.asConsumed().equals(fixture.stored());
        });
        for (UUID caseId : stored) {
            List<StoredEvent> events = fixture.store.events().events(caseId, 0, 10);
            assertThat(StoredChain.firstBroken(events)).isEmpty();
        }
    }

    /** A broker ends itself some time after it lost its disk, PostgreSQL may: a supervisor starts them again. */
    private void whoeverGaveUpIsStartedAgain() {
        fixture.postgres.start();
        fixture.kafka.start();
    }

    /** Opens cases one by one and keeps how it was answered; an unknown outcome belongs to neither side. */
    private void open(int cases) {
        for (int i = 0; i < cases; i++) {
            UUID caseId = UUID.randomUUID();
            try {
                if (fixture.store.events().append(Commands.open(caseId)) instanceof AppendResult.Appended) {
                    accepted.add(caseId);
                }
            } catch (StoreUnavailable e) {
                refused.add(caseId);
            }
        }
    }
}
