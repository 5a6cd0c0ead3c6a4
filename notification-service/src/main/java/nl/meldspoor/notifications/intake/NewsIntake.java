package nl.meldspoor.notifications.intake;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.routing.RouteFacts;
import nl.meldspoor.notifications.telling.Telling;
import org.jboss.logging.Logger;

/** What other topics say of cases becomes notifications, once each. What is said of a case that is not known here yet waits for it. */
@ApplicationScoped
class NewsIntake {

    private static final Logger LOG = Logger.getLogger(NewsIntake.class);

    private static final String KNOWN =
            """
            SELECT case_id, organisation FROM case_progress WHERE case_id = ANY ($1::uuid[]) AND last_sequence > 0
            """;

    private final Database database;
    private final IntakeStore store;
    private final Telling telling;
    private final IntakeFigures figures;
    private final Clock clock;
    private final Instance<NewsKind<?>> kinds;

    NewsIntake(
            Database database, IntakeStore store, Telling telling, IntakeFigures figures, Clock clock, @Any Instance<NewsKind<?>> kinds) {
        this.database = database;
        this.store = store;
        this.telling = telling;
        this.figures = figures;
        this.clock = clock;
        this.kinds = kinds;
    }

    /** Takes the records, or throws when the database cannot take anything now. */
    <T> void take(NewsKind<T> kind, List<ArrivedNews<T>> records) {
        Batch.take(kind.name(), records, batch -> takeTogether(kind, batch), ArrivedNews::aside);
    }

    private <T> void takeTogether(NewsKind<T> kind, List<ArrivedNews<T>> records) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<CaseNews<T>> news = new ArrayList<>();
        List<ArrivedRecord.Raw> unreadable = new ArrayList<>();
        SortedMap<UUID, String> cases = new TreeMap<>();
        for (ArrivedNews<T> record : records) {
            record.news().ifPresentOrElse(news::add, () -> unreadable.add(record.raw()));
        }
        news.forEach(one -> cases.putIfAbsent(one.caseId(), one.organisation()));
        database.inTransaction(connection -> {
            if (!news.isEmpty()) {
                store.lockRows(connection, cases);
                Database.query(connection, kind.keep(), Tuple.of(kind.rows(news), now.atOffset(ZoneOffset.UTC)));
                tellWaiting(kind, connection, cases.keySet(), now);
            }
            if (!unreadable.isEmpty()) {
                store.keepUnreadable(connection, unreadable, now);
            }
            return null;
        });
        if (!unreadable.isEmpty()) {
            LOG.errorf("records unreadable what=%s count=%d", kind.name(), unreadable.size());
            figures.standstill();
        }
    }

    /** Tells what waits about these cases, as far as they are known here; in the transaction of whoever calls, who has locked them. */
    void tellWaiting(SqlConnection connection, Collection<UUID> cases, Instant now) {
        kinds.forEach(kind -> tellWaiting(kind, connection, cases, now));
    }

    private <T> void tellWaiting(NewsKind<T> kind, SqlConnection connection, Collection<UUID> cases, Instant now) {
        Map<UUID, List<CaseNews<T>>> waiting = new LinkedHashMap<>();
        for (Row row : Database.query(connection, kind.waiting(), ids(cases))) {
            CaseNews<T> one = kind.read(row);
            waiting.computeIfAbsent(one.caseId(), id -> new ArrayList<>()).add(one);
        }
        if (waiting.isEmpty()) {
            return;
        }
        SortedMap<UUID, String> known = new TreeMap<>();
        for (Row row : Database.query(connection, KNOWN, ids(waiting.keySet()))) {
            known.put(row.getUUID("case_id"), row.getString("organisation"));
        }
        if (known.isEmpty()) {
            return;
        }
        List<Notification> notifications = new ArrayList<>();
        List<UUID> told = new ArrayList<>();
        store.lock(connection, known).forEach((caseId, state) -> {
            CaseHistory history = state.applied().history();
            if (history == null) {
                // a case that this version cannot read keeps its news waiting
                return;
            }
            RouteFacts facts = RouteFacts.of(known.get(caseId), history);
            for (CaseNews<T> one : waiting.get(caseId)) {
                // Whose case it is only the case itself can say.
                if (one.organisation().equals(facts.organisation())) {
                    notifications.addAll(kind.notifications(one.says(), facts, history));
                }
                told.add(one.eventId());
            }
        });
        telling.tell(connection, notifications, now);
        Database.query(connection, kind.told(), ids(told).addOffsetDateTime(now.atOffset(ZoneOffset.UTC)));
    }

    private static Tuple ids(Collection<UUID> ids) {
        return Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
    }
}
