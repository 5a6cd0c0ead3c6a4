package nl.meldspoor.notifications.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topic of deadline events, acknowledged as that of case events: after the database has committed. */
@ApplicationScoped
class DeadlineEventsChannel {

    private final DeadlineIntake intake;
    private final UntilStored untilStored;

    DeadlineEventsChannel(DeadlineIntake intake, UntilStored untilStored) {
        this.intake = intake;
        this.untilStored = untilStored;
    }

    @Incoming("deadline-events")
    @Blocking
    void take(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
        List<ArrivedDeadline> records = new ArrayList<>(batch.count());
        batch.forEach(record -> records.add(ArrivedDeadline.of(record)));
        untilStored.run("deadlines", () -> intake.take(records));
    }
}
