package nl.meldspoor.notifications.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that say something of cases, acknowledged as that of case events: after the database has committed. */
@ApplicationScoped
class NewsChannels {

    private final NewsIntake intake;
    private final UntilStored untilStored;
    private final DeadlineNews deadlines;
    private final InspectionNews inspections;

    NewsChannels(NewsIntake intake, UntilStored untilStored, DeadlineNews deadlines, InspectionNews inspections) {
        this.intake = intake;
        this.untilStored = untilStored;
        this.deadlines = deadlines;
        this.inspections = inspections;
    }

    @Incoming("deadline-events")
    @Blocking
    void takeDeadlines(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
        take(deadlines, batch, DeadlineNews::parse);
    }

    @Incoming("inspection-events")
    @Blocking
    void takeInspections(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
        take(inspections, batch, InspectionNews::parse);
    }

    private <T> void take(NewsKind<T> kind, ConsumerRecords<byte[], byte[]> batch, Function<ArrivedRecord.Raw, CaseNews<T>> read)
            throws InterruptedException {
        List<ArrivedNews<T>> records = new ArrayList<>(batch.count());
        batch.forEach(record -> records.add(ArrivedNews.of(record, read)));
        untilStored.run(kind.name(), () -> intake.take(kind, records));
    }
}
