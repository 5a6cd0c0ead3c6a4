package nl.meldspoor.notifications.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;
import nl.meldspoor.notifications.routing.ArisenDuties;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.routing.PastHorizon;
import nl.meldspoor.notifications.routing.RouteFacts;
import nl.meldspoor.notifications.routing.Routing;
import nl.meldspoor.terms.DutchCalendar;

/**
 * What a batch changes for one case.
 *
 * @param applied newly applied events, in order
 * @param held all records that wait now
 * @param parked why they wait, null when none does
 * @param facts what is known of the case now
 * @param repeated how many records were known already
 */
public record CaseAdvance(
        UUID caseId,
        long lastSequence,
        List<PublishedEvent> applied,
        List<PublishedEvent> held,
        Parking parked,
        RouteFacts facts,
        List<Notification> notifications,
        int repeated) {

    /**
     * Judges every record by sequence, event id and hash link; pure.
     *
     * @param arrived records of this case, at least one here or held
     */
    public static CaseAdvance of(CaseState state, List<PublishedEvent> arrived) {
        List<PublishedEvent> waiting = new ArrayList<>(state.held());
        waiting.addAll(arrived);
        waiting.sort(Comparator.comparingLong(PublishedEvent::sequence));
        Judge judge = new Judge(state);
        waiting.forEach(judge::take);
        return judge.advance();
    }

    private static final class Judge {
        private final UUID caseId;
        private final List<PublishedEvent> known;
        private final int knownBefore;
        private final List<PublishedEvent> held = new ArrayList<>();
        private final List<Notification> notifications = new ArrayList<>();
        private CaseHistory history;
        private List<OpenOrMet> openDuties = List.of();
        private Parking parked;
        private int repeated;

        Judge(CaseState state) {
            caseId = state.caseId();
            known = new ArrayList<>(state.applied());
            knownBefore = known.size();
            // A fork never ends by itself: what is known here may be the wrong side of it.
            parked = state.parked() == Parking.FORK ? Parking.FORK : null;
            foldKnown();
        }

        /** What was applied by a newer version may be unknown to this one: then the case waits for that version. */
        private void foldKnown() {
            if (known.isEmpty()) {
                return;
            }
            try {
                history = CaseHistory.of(
                        known.stream().map(PublishedEvent::recorded).toList());
                openDuties = Obligations.open(history);
            } catch (RuntimeException e) {
                parked = parked == null ? Parking.UNREADABLE : parked;
            }
        }

        void take(PublishedEvent event) {
            if (event.sequence() <= known.size()) {
                compareWithKnown(event);
            } else if (parked != null) {
                hold(event, parked);
            } else if (event.sequence() > known.size() + 1) {
                hold(event, Parking.GAP);
            } else if (!follows(event)) {
                hold(event, Parking.FORK);
            } else {
                apply(event);
            }
        }

        private void compareWithKnown(PublishedEvent event) {
            PublishedEvent same = known.get((int) event.sequence() - 1);
            if (same.id().equals(event.id()) && same.hash().equals(event.hash())) {
                repeated++;
            } else {
                hold(event, Parking.FORK);
            }
        }

        private boolean follows(PublishedEvent event) {
            if (known.isEmpty()) {
                return event.previousHash() == null;
            }
            PublishedEvent last = known.getLast();
            return Objects.equals(event.previousHash(), last.hash()) && event.organisation().equals(last.organisation());
        }

        private void apply(PublishedEvent event) {
            try {
                RecordedEvent recorded = event.recorded();
                CaseHistory next = history == null ? CaseHistory.of(List.of(recorded)) : history.with(recorded);
                List<OpenOrMet> open = Obligations.open(next);
                RouteFacts facts = RouteFacts.of(event.organisation(), next);
                List<Notification> told = new ArrayList<>(Routing.of(recorded, facts, ArisenDuties.between(openDuties, open)));
                told.addAll(PastHorizon.of(recorded, facts, DutchCalendar.current()));
                history = next;
                openDuties = open;
                known.add(event);
                notifications.addAll(told);
            } catch (RuntimeException e) {
                // A type, member or order that this version does not know. Unknown is never skipped.
                hold(event, Parking.UNREADABLE);
            }
        }

        private void hold(PublishedEvent event, Parking reason) {
            boolean heldAlready = held.stream().anyMatch(h -> h.sequence() == event.sequence()
                    && h.id().equals(event.id())
                    && h.hash().equals(event.hash()));
            if (heldAlready) {
                repeated++;
            } else {
                held.add(event);
            }
            if (parked != Parking.FORK) {
                parked = parked == Parking.UNREADABLE && reason == Parking.GAP ? parked : reason;
            }
        }

        CaseAdvance advance() {
            return new CaseAdvance(
                    caseId,
                    known.size(),
                    List.copyOf(known.subList(knownBefore, known.size())),
                    List.copyOf(held),
                    parked,
                    history == null ? null : RouteFacts.of(known.getFirst().organisation(), history),
                    List.copyOf(notifications),
                    repeated);
        }
    }
}
