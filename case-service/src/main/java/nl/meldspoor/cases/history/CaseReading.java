package nl.meldspoor.cases.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.cases.access.View;
import nl.meldspoor.cases.seal.Seal;
import nl.meldspoor.cases.store.AccessEntry;
import nl.meldspoor.cases.store.AccessLog;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.cases.store.Uuid7;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;

/**
 * Opens what the view allows, and lets it go only when the line in the access log is durable. Whoever calls has found the case within
 * reach by a query just before.
 */
@ApplicationScoped
public class CaseReading {

    @Inject
    EventStore store;

    @Inject
    Seal seal;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** What of the opening may be shown; logged as a reading of the case. */
    public CaseJson.Opening opening(CaseHistory history, Acting acting, Reached reached, UUID correlationId) {
        log(acting, reached, "READ", "case", 1L, history.version(), correlationId);
        return openingUnlogged(history, reached);
    }

    /** The same where the caller logs the whole of what he does himself. */
    public CaseJson.Opening openingUnlogged(CaseHistory history, Reached reached) {
        return switch (reached.view()) {
            case WHOLE -> CaseJson.Opening.of(open(events(history, CaseReading::isOfTheOpening)));
            case OWN_ENTRIES -> isOwn(history.events().getFirst(), reached)
                    ? CaseJson.Opening.of(open(events(history, event -> event.sequence() == 1)).getFirst())
                    : CaseJson.Opening.CLOSED;
            case FACTS -> CaseJson.Opening.CLOSED;
        };
    }

    private List<StoredEvent> events(CaseHistory history, Predicate<RecordedEvent> wanted) {
        return store.events(
                history.caseId(), history.events().stream().filter(wanted).map(RecordedEvent::sequence).toList());
    }

    /** What heads the case: who it is about, and who handles it. */
    private static boolean isOfTheOpening(RecordedEvent event) {
        return switch (event.data()) {
            case CaseOpened opened -> true;
            case CaseHandedOver handedOver -> true;
            case EntryCorrected correction -> correction.corrects() == 1;
            default -> false;
        };
    }

    /** The events that may be shown, in order; logged as a reading of these. */
    public List<ToldEvent> events(List<StoredEvent> events, Acting acting, Reached reached, UUID correlationId) {
        var shown = events.stream().filter(event -> mayShow(event, reached)).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        log(acting, reached, "READ", "events", shown.getFirst().sequence(), shown.getLast().sequence(), correlationId);
        if (reached.view() == View.FACTS) {
            return shown.stream().map(ToldEvent::closed).toList();
        }
        return open(shown);
    }

    /** The course of the case as far as the view goes, without content: nothing is opened. Logged as a reading of these. */
    public ArrayNode course(CaseHistory history, Acting acting, Reached reached, UUID correlationId) {
        var shown = history.events().stream()
                .filter(event -> reached.view() != View.OWN_ENTRIES || isOwn(event, reached))
                .toList();
        if (!shown.isEmpty()) {
            log(acting, reached, "READ", "course", shown.getFirst().sequence(), shown.getLast().sequence(), correlationId);
        }
        return Course.of(shown);
    }

    /** Opens events of one case. */
    public List<ToldEvent> open(List<StoredEvent> events) {
        var first = events.getFirst();
        var opened = seal.open(first.organisation(), first.caseId(), events);
        var told = new ArrayList<ToldEvent>(events.size());
        for (var i = 0; i < events.size(); i++) {
            told.add(ToldEvent.opened(events.get(i), opened.get(i)));
        }
        return told;
    }

    /** One line, durable when this returns. */
    public void log(Acting acting, Reached reached, String action, String what, Long first, Long last, UUID correlationId) {
        log(acting, reached.organisation(), reached.caseId(), action, what, reached.rule(), first, last, correlationId);
    }

    /** One line about no reached case: a search, or a liaison's melding. */
    public void log(
            Acting acting, String organisation, UUID caseId, String action, String what, String ground, Long first, Long last, UUID correlationId) {
        Instant now = clock.instant();
        log.record(List.of(new AccessEntry(
                Uuid7.at(now), now, organisation, caseId, acting.actor(), action, what, ground, first, last, "DONE", correlationId)));
    }

    private static boolean mayShow(StoredEvent event, Reached reached) {
        return reached.view() != View.OWN_ENTRIES || isOwn(event, reached);
    }

    private static boolean isOwn(RecordedEvent event, Reached reached) {
        return event.actingRef().equals(reached.personRef());
    }

    private static boolean isOwn(StoredEvent event, Reached reached) {
        var acting = event.onBehalfOfRef() == null ? event.personRef() : event.onBehalfOfRef();
        return acting.equals(reached.personRef());
    }
}
