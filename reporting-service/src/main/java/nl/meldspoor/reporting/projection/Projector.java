package nl.meldspoor.reporting.projection;

import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldspoor.data.RecentCases;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.reporting.projection.ProjectionStore.Tables;
import org.jboss.logging.Logger;

/**
 * Applies a batch of records: one transaction, so that a process killed in it has done nothing. If the database refuses
 * the batch for what is in it, the batch is halved until one case is left, and that case is parked: a record nobody can
 * store must not stand in the way of other cases.
 */
@ApplicationScoped
class Projector {

    private static final Logger LOG = Logger.getLogger(Projector.class);

    /** In events and rows: of hundreds of bytes each. */
    private static final long MOST_REMEMBERED = 100_000;

    @Inject
    ProjectionStore store;

    @Inject
    FigureSettling settling;

    @Inject
    ProjectionFigures figures;

    @Inject
    HorizonAlarm horizon;

    @Inject
    Event<CasesProjected> projected;

    /** Cases as they were last committed: whoever adds to one need not read and fold its events again. */
    private final Map<Tables, RecentCases<ProjectedCase>> recent = new EnumMap<>(Tables.class);

    Projector() {
        for (Tables tables : Tables.values()) {
            recent.put(tables, new RecentCases<>(MOST_REMEMBERED, ProjectedCase::weight));
        }
    }

    /** Applies what arrived. Throws when the database cannot be reached: then nothing was done, and it must come again. */
    void project(Collection<ArrivedRecord> arrived) {
        project(arrived, Tables.SERVED);
    }

    /** The same, into tables that are served or being built. Of the latter nobody hears: no alarm, no {@link CasesProjected}. */
    void project(Collection<ArrivedRecord> arrived, Tables tables) {
        Map<UUID, List<ArrivedRecord>> byCase = new TreeMap<>();
        arrived.forEach(r -> byCase.computeIfAbsent(r.caseId(), id -> new ArrayList<>()).add(r));
        projectCases(byCase, tables);
    }

    /** Tries the cases again that an older build did not understand. */
    void retryUnreadable() {
        Map<UUID, List<ArrivedRecord>> cases = new TreeMap<>();
        store.unreadableCases().forEach(caseId -> cases.put(caseId, List.of()));
        projectCases(cases, Tables.SERVED);
    }

    private void projectCases(Map<UUID, List<ArrivedRecord>> byCase, Tables tables) {
        if (byCase.isEmpty()) {
            return;
        }
        try {
            List<PublishedEvent> applied = new ArrayList<>();
            List<ProjectedCase> folded = new ArrayList<>();
            store.inTransaction(tables, work -> applied.addAll(apply(work, byCase, tables, folded)));
            folded.forEach(projectedCase -> recent.get(tables).keep(projectedCase.history().caseId(), projectedCase));
            settling.after(tables);
            if (tables == Tables.SERVED) {
                figures.applied(applied.size());
                applied.forEach(horizon::look);
                projected.fire(new CasesProjected(
                        applied.stream().map(PublishedEvent::caseId).collect(Collectors.toSet())));
            }
        } catch (RuntimeException e) {
            if (!refusedForContent(e)) {
                throw e;
            }
            halve(byCase, tables, e);
        }
    }

    private void halve(Map<UUID, List<ArrivedRecord>> byCase, Tables tables, RuntimeException refusal) {
        List<UUID> cases = List.copyOf(byCase.keySet());
        if (cases.size() > 1) {
            projectCases(part(byCase, cases.subList(0, cases.size() / 2)), tables);
            projectCases(part(byCase, cases.subList(cases.size() / 2, cases.size())), tables);
            return;
        }
        UUID caseId = cases.getFirst();
        List<ArrivedRecord> records = byCase.get(caseId).stream()
                .sorted(Comparator.comparingLong(ArrivedRecord::sequence))
                .toList();
        if (records.size() > 1) {
            projectCases(Map.of(caseId, records.subList(0, records.size() / 2)), tables);
            projectCases(Map.of(caseId, records.subList(records.size() / 2, records.size())), tables);
            return;
        }
        park(caseId, records, tables, refusal);
    }

    /**
     * What was applied, once the transaction commits.
     *
     * @param folded gets the cases as they are then
     */
    private List<PublishedEvent> apply(
            ProjectionStore.Work work, Map<UUID, List<ArrivedRecord>> byCase, Tables tables, List<ProjectedCase> folded) {
        Map<UUID, Progress> progress = work.lock(byCase, id -> recent.get(tables).lastSeen(id).isPresent());
        Map<UUID, List<ArrivedRecord>> kept = work.keptRecords(parked(progress));
        Map<UUID, List<ArrivedRecord>> all = new TreeMap<>();
        Map<UUID, CaseInOrder> orders = new LinkedHashMap<>();
        byCase.forEach((caseId, records) -> {
            List<ArrivedRecord> together = new ArrayList<>(kept.getOrDefault(caseId, List.of()));
            together.addAll(records);
            all.put(caseId, together);
            orders.put(caseId, CaseInOrder.of(progress.get(caseId), together));
        });
        List<UUID> moving = orders.entrySet().stream()
                .filter(e -> !e.getValue().apply().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        Map<UUID, ProjectedCase> before = before(work, moving, progress, tables);
        // the dearest part, and each case by itself
        Map<UUID, CaseFold> folds = moving.parallelStream()
                .collect(Collectors.toConcurrentMap(id -> id, id -> fold(
                        progress.get(id), before.get(id), orders.get(id).apply())));
        List<CaseChange> changes = new ArrayList<>();
        for (UUID caseId : moving) {
            CaseFold fold = folds.get(caseId);
            fold.stoppedAt().ifPresent(s -> orders.compute(caseId, (id, order) -> order.cutAt(s, all.get(id))));
            fold.change().ifPresent(change -> {
                changes.add(change);
                folded.add(new ProjectedCase(
                        progress.get(caseId).table(),
                        change.history(),
                        orders.get(caseId).apply().getLast().hash(),
                        Optional.of(change.after())));
            });
        }
        if (tables == Tables.SERVED) {
            orders.forEach((caseId, order) -> alarm(caseId, progress.get(caseId).parking(), order));
        }
        work.write(orders, progress, changes);
        return orders.values().stream().flatMap(order -> order.apply().stream()).toList();
    }

    /** What a newer build applied may be unknown to this one: then nothing can be added to it either. */
    private static CaseFold fold(Progress reached, ProjectedCase before, List<PublishedEvent> now) {
        return before == null && reached.lastSequence() > 0
                ? CaseFold.nothing(now)
                : CaseFold.of(Optional.ofNullable(before), now);
    }

    /** These cases as the database has them; without those of which it has nothing, or nothing that is understood. */
    private Map<UUID, ProjectedCase> before(
            ProjectionStore.Work work, List<UUID> cases, Map<UUID, Progress> progress, Tables tables) {
        Map<UUID, ProjectedCase> before = new TreeMap<>();
        List<UUID> toRead = new ArrayList<>();
        for (UUID caseId : cases) {
            Progress reached = progress.get(caseId);
            if (reached.lastSequence() == 0) {
                continue;
            }
            recent.get(tables)
                    .lastSeen(caseId)
                    .filter(projectedCase -> projectedCase.isAt(reached))
                    .ifPresentOrElse(
                            projectedCase -> before.put(caseId, projectedCase), () -> toRead.add(caseId));
        }
        work.appliedEvents(toRead)
                .forEach((caseId, events) -> ProjectedCase.read(progress.get(caseId), events)
                        .ifPresent(read -> before.put(caseId, read)));
        return before;
    }

    private static void alarm(UUID caseId, Optional<Parking> before, CaseInOrder order) {
        if (before.equals(order.parking())) {
            return;
        }
        order.parking()
                .ifPresentOrElse(
                        now -> LOG.errorf(
                                "case-parked case=%s reason=%s sequence=%d waiting=%d",
                                caseId, now.reason(), now.sequence(), order.keep().size()),
                        () -> LOG.infof("case-goes-on case=%s applied=%d", caseId, order.apply().size()));
    }

    private void park(UUID caseId, List<ArrivedRecord> records, Tables tables, RuntimeException refusal) {
        Map<UUID, List<ArrivedRecord>> oneCase = Map.of(caseId, records);
        store.inTransaction(tables, work -> {
            Map<UUID, Progress> progress = work.lock(oneCase, id -> false);
            long next = progress.get(caseId).lastSequence() + 1;
            LOG.errorf("case-parked case=%s reason=UNREADABLE sequence=%d sqlstate=%s", caseId, next, sqlState(refusal));
            CaseInOrder nothing = new CaseInOrder(List.of(), List.of(), Optional.empty());
            work.write(Map.of(caseId, nothing.cutAt(next, records)), progress, List.of());
        });
    }

    private static List<UUID> parked(Map<UUID, Progress> progress) {
        return progress.entrySet().stream()
                .filter(e -> e.getValue().parking().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<UUID, List<ArrivedRecord>> part(Map<UUID, List<ArrivedRecord>> whole, List<UUID> cases) {
        Map<UUID, List<ArrivedRecord>> part = new TreeMap<>(whole);
        part.keySet().retainAll(cases);
        return part;
    }

    /** SQLSTATE class 22 (data) and 23 (constraint) blame the rows; everything else passes, and is tried again. */
    private static boolean refusedForContent(RuntimeException e) {
        String state = sqlState(e);
        return state.startsWith("22") || state.startsWith("23");
    }

    private static String sqlState(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof PgException pg && pg.getSqlState() != null) {
                return pg.getSqlState();
            }
        }
        return "";
    }
}
