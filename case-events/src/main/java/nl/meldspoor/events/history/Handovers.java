package nl.meldspoor.events.history;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.HandoverAnswer;

/**
 * Who handles a case. A hand-over is an offer: until the person offered accepts, whoever handled the case stays responsible. Who
 * reassigns the case of another takes it over with the offer itself, so that a case is never left with somebody who is gone. An offer is
 * answered once, and lapses when the case goes to another meanwhile.
 */
public final class Handovers {

    private Handovers() {}

    /**
     * Who the case came to.
     *
     * @param ref keyed hash of who handles it
     * @param offer the hand-over by which it came to him
     * @param asGiver whether he is the one who gave it, by reassigning; else he is the one it was offered to
     */
    public record Holder(String ref, Entry<CaseHandedOver> offer, boolean asGiver) {}

    /** A moment from which somebody else handles the case. */
    private record Change(long sequence, Holder holder) {}

    /** Who handles the case now: who opened it, until it was reassigned or a hand-over was accepted. */
    public static String handlerRef(CaseHistory history) {
        return holder(history)
                .map(Holder::ref)
                .orElse(history.events().getFirst().actingRef());
    }

    /** Who the case came to last; empty while who opened it handles it. */
    public static Optional<Holder> holder(CaseHistory history) {
        return changes(history).max(Comparator.comparing(Change::sequence)).map(Change::holder);
    }

    private static Stream<Change> changes(CaseHistory history) {
        Stream<Change> reassigned = history.handovers().stream()
                .filter(offer -> Boolean.TRUE.equals(offer.data().reassigned()))
                .map(offer -> new Change(offer.sequence(), new Holder(offer.event().actingRef(), offer, true)));
        Stream<Change> accepted = history.handoverAnswers().stream()
                .filter(answer -> answer.data().answer() == HandoverAnswer.ACCEPTED)
                .flatMap(answer -> offer(history, answer.data().handoverId()).stream()
                        .filter(offer -> offer.data().toRef() != null)
                        .map(offer -> new Change(answer.sequence(), new Holder(offer.data().toRef(), offer, false))));
        return Stream.concat(reassigned, accepted);
    }

    /** Offers that can still be answered. */
    public static List<Entry<CaseHandedOver>> pending(CaseHistory history) {
        return history.handovers().stream()
                .filter(offer -> !isSettled(history, offer))
                .toList();
    }

    /** Whether the offer was answered, or lapsed because somebody else handles the case since. */
    public static boolean isSettled(CaseHistory history, Entry<CaseHandedOver> offer) {
        UUID id = offer.data().handoverId();
        return history.handoverAnswers().stream().anyMatch(a -> Objects.equals(a.data().handoverId(), id))
                || changes(history)
                        .anyMatch(change -> change.sequence() > offer.sequence()
                                && !Objects.equals(change.holder().offer().data().handoverId(), id));
    }

    public static Optional<Entry<CaseHandedOver>> offer(CaseHistory history, UUID handoverId) {
        return history.handovers().stream()
                .filter(h -> Objects.equals(h.data().handoverId(), handoverId))
                .findFirst();
    }
}
