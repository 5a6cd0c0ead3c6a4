package nl.meldspoor.notifications.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.meldspoor.events.CarriesTerms;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.RecomputedTerm;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.TermsRecomputed;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.Terms;

/**
 * Who hears that a term ends after the last day for which days equated with feast days are known, so that somebody sees to the new decree:
 * the board, which answers for the dates. The board sees of MELDCODE cases figures only; of those the attention officer hears. Told once
 * per case and kind of term, however often such a term starts or is counted again.
 */
public final class PastHorizon {

    private static final NotificationKind KIND = NotificationKind.CALENDAR_HORIZON_PASSED;

    private PastHorizon() {}

    /** @param facts what is known of the case with this event in it */
    public static List<Notification> of(RecordedEvent event, RouteFacts facts, DutchCalendar calendar) {
        Recipient to = (facts.reach().route() == Route.CARE_RELATION ? Audience.BOARD : Audience.ATTENTION_OFFICER).in(facts.organisation());
        List<Notification> notifications = new ArrayList<>();
        if (NeedToKnow.mayKnow(to, facts)) {
            terms(event.data())
                    .filter(term -> counted(term) && Terms.isPastHorizon(term.latestOn(), calendar))
                    .forEach(term -> notifications.add(told(event, facts, to, term)));
        }
        return List.copyOf(notifications);
    }

    private static Stream<TermFact> terms(CaseEvent data) {
        return switch (data) {
            case TermsRecomputed recomputed -> recomputed.moved().stream().map(RecomputedTerm::term);
            case CarriesTerms carrier -> Stream.ofNullable(carrier.terms()).flatMap(List::stream).filter(Objects::nonNull);
            default -> Stream.empty();
        };
    }

    /** A day somebody named does not depend on the calendar. */
    private static boolean counted(TermFact term) {
        return TermKind.ofId(term.kind()).filter(TermKind::isComputed).isPresent();
    }

    private static Notification told(RecordedEvent event, RouteFacts facts, Recipient to, TermFact term) {
        return new Notification(
                NotificationId.named(event.caseId(), KIND.name() + "|" + term.kind() + "|" + to.key()),
                event.id(),
                event.caseId(),
                facts.organisation(),
                KIND,
                to,
                null,
                Notification.NOBODY,
                KIND.urgent(),
                new Notification.Subject(List.of(), new TermNotice(term.kind(), term.dueOn(), null)));
    }
}
