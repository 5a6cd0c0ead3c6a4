package nl.meldspoor.events.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.HandoverAnswer;

/**
 * Who handles a case. A hand-over is an offer: until the person offered accepts, whoever handled the case stays responsible. Each offer
 * is answered once.
 */
public final class Handovers {

    private Handovers() {}

    /** Who handles the case now: who opened it, until a hand-over was accepted. */
    public static String handlerRef(CaseHistory history) {
        return accepted(history)
                .map(offer -> offer.data().toRef())
                .orElse(history.events().getFirst().actingRef());
    }

    /** The hand-over to a user that was accepted last; empty while who opened the case handles it. */
    public static Optional<Entry<CaseHandedOver>> accepted(CaseHistory history) {
        return history.handoverAnswers().stream()
                .filter(answer -> answer.data().answer() == HandoverAnswer.ACCEPTED)
                .flatMap(answer -> offer(history, answer.data().handoverId()).stream())
                .filter(offer -> offer.data().toRef() != null)
                .reduce((earlier, later) -> later);
    }

    /** Offers nobody answered yet. */
    public static List<Entry<CaseHandedOver>> pending(CaseHistory history) {
        return history.handovers().stream()
                .filter(offer -> !answered(history, offer.data().handoverId()))
                .toList();
    }

    public static boolean answered(CaseHistory history, UUID handoverId) {
        return history.handoverAnswers().stream().anyMatch(a -> Objects.equals(a.data().handoverId(), handoverId));
    }

    public static Optional<Entry<CaseHandedOver>> offer(CaseHistory history, UUID handoverId) {
        return history.handovers().stream()
                .filter(h -> Objects.equals(h.data().handoverId(), handoverId))
                .findFirst();
    }
}
