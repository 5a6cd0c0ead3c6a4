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
 * @param parkedBefore why some waited before
 * @param reached the case with them
 * @param newFacts what is known of the case now; null when that is what the database has
 * @param repeated how many records were known already
 */
public record CaseAdvance(
        UUID caseId,
        List<PublishedEvent> applied,
        List<PublishedEvent> held,
        Parking parkedBefore,
        Parking parked,
        AppliedCase reached,
        RouteFacts newFacts,
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
        private final CaseState before;
        private final List<AppliedCase.Mark> known;
        private final List<PublishedEvent> applied = new ArrayList<>();
        private final List<PublishedEvent> held = new ArrayList<>();
        private final List<Notification> notifications = new ArrayList<>();
        private String organisation;
        private CaseHistory history;
        private Parking parked;
        private int repeated;

        Judge(CaseState state) {
            before = state;
            known = new ArrayList<>(state.applied().events());
            organisation = state.applied().organisation();
            history = state.applied().history();
            // A fork never ends by itself: what is known here may be the wrong side of it.
            parked = state.parked() == Parking.FORK ? Parking.FORK : null;
            // What was applied by a newer version may be unknown to this one: then the case waits for that version.
            if (parked == null && state.applied().unknown()) {
                parked = Parking.UNREADABLE;
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
            if (known.get((int) event.sequence() - 1).equals(AppliedCase.Mark.of(event))) {
                repeated++;
            } else {
                hold(event, Parking.FORK);
            }
        }

        private boolean follows(PublishedEvent event) {
            if (known.isEmpty()) {
                return event.previousHash() == null;
            }
            return Objects.equals(event.previousHash(), known.getLast().hash()) && event.organisation().equals(organisation);
        }

        private void apply(PublishedEvent event) {
            try {
                RecordedEvent recorded = event.recorded();
                CaseHistory next = history == null ? CaseHistory.of(List.of(recorded)) : history.with(recorded);
                List<OpenOrMet> openBefore = history == null ? List.of() : Obligations.open(history);
                RouteFacts facts = RouteFacts.of(event.organisation(), next);
                List<Notification> told =
                        new ArrayList<>(Routing.of(recorded, facts, ArisenDuties.between(openBefore, Obligations.open(next))));
                told.addAll(PastHorizon.of(recorded, facts, DutchCalendar.current()));
                history = next;
                organisation = event.organisation();
                known.add(AppliedCase.Mark.of(event));
                applied.add(event);
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
            RouteFacts facts = history == null ? null : RouteFacts.of(organisation, history);
            return new CaseAdvance(
                    before.caseId(),
                    List.copyOf(applied),
                    List.copyOf(held),
                    before.parked(),
                    parked,
                    new AppliedCase(organisation, known, history, facts),
                    Objects.equals(facts, before.applied().facts()) ? null : facts,
                    List.copyOf(notifications),
                    repeated);
        }
    }
}
