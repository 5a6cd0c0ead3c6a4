package nl.meldspoor.notifications.intake;

import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.notifications.database.Database;

/**
 * One batch of records in one transaction. The same records twice, in any order and cut into any batches, leave the same notifications.
 */
@ApplicationScoped
public class Intake {

    private static final int CASES_AT_A_TIME = 100;
    private static final UUID LOWEST = new UUID(0, 0);

    private final Database database;
    private final IntakeStore store;
    private final NewsIntake news;
    private final IntakeFigures figures;
    private final Clock clock;

    Intake(Database database, IntakeStore store, NewsIntake news, IntakeFigures figures, Clock clock) {
        this.database = database;
        this.store = store;
        this.news = news;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Takes the records, or throws when the database cannot take anything now. A record on which the database itself founders is kept as
     * unreadable, so that it holds up neither other cases nor the partition.
     */
    public void take(List<ArrivedRecord> records) {
        Batch.take("events", records, this::takeTogether, record -> new ArrivedRecord.Unreadable(raw(record)));
    }

    /**
     * Tries the events again that an earlier version could not read; to be called when a version starts.
     *
     * @return how many cases go on
     */
    public int retryUnreadable() {
        int going = 0;
        for (UUID after = LOWEST; after != null; ) {
            UUID from = after;
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            List<CaseAdvance> advances = database.inTransaction(connection -> {
                SortedMap<UUID, String> cases = store.waitingForAVersion(connection, from, CASES_AT_A_TIME);
                return cases.isEmpty() ? List.of() : advance(connection, Map.of(), cases, now);
            });
            store.remember(advances);
            figures.taken(advances, 0, now);
            going += (int) advances.stream().filter(a -> a.parked() == null).count();
            after = advances.size() < CASES_AT_A_TIME ? null : advances.getLast().caseId();
        }
        return going;
    }

    private static ArrivedRecord.Raw raw(ArrivedRecord record) {
        return switch (record) {
            case ArrivedRecord.CaseRecord known -> known.raw();
            case ArrivedRecord.Unreadable unreadable -> unreadable.raw();
        };
    }

    private void takeTogether(List<ArrivedRecord> records) {
        Map<UUID, List<PublishedEvent>> byCase = new LinkedHashMap<>();
        SortedMap<UUID, String> organisations = new TreeMap<>();
        List<ArrivedRecord.Raw> unreadable = new ArrayList<>();
        for (ArrivedRecord record : records) {
            switch (record) {
                case ArrivedRecord.CaseRecord(PublishedEvent event, ArrivedRecord.Raw raw) -> {
                    byCase.computeIfAbsent(event.caseId(), id -> new ArrayList<>()).add(event);
                    organisations.putIfAbsent(event.caseId(), event.organisation());
                }
                case ArrivedRecord.Unreadable(ArrivedRecord.Raw raw) -> unreadable.add(raw);
            }
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<CaseAdvance> advances = database.inTransaction(connection -> {
            List<CaseAdvance> changes = byCase.isEmpty() ? List.of() : advance(connection, byCase, organisations, now);
            if (!unreadable.isEmpty()) {
                store.keepUnreadable(connection, unreadable, now);
            }
            return changes;
        });
        store.remember(advances);
        figures.taken(advances, unreadable.size(), now);
    }

    private List<CaseAdvance> advance(
            SqlConnection connection,
            Map<UUID, List<PublishedEvent>> byCase,
            SortedMap<UUID, String> organisations,
            Instant now) {
        List<CaseAdvance> advances = new ArrayList<>();
        store.lock(connection, organisations)
                .forEach((caseId, state) -> advances.add(CaseAdvance.of(state, byCase.getOrDefault(caseId, List.of()))));
        store.save(connection, advances, now);
        news.tellWaiting(connection, organisations.keySet(), now);
        return advances;
    }
}
