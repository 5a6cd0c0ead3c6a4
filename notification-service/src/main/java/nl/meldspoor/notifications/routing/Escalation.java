package nl.meldspoor.notifications.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.meldspoor.events.Route;

/**
 * Who is warned of a term that runs out: the owner of the duty first, and the higher the rung, the higher in the organisation, never
 * beyond who may open the case: on MELDCODE it ends with the supervisor of the unit, since the board sees figures of that route only.
 */
public final class Escalation {

    /** How near the end is. */
    private enum Level {
        EARLY,
        NEAR,
        LAST,
        OVER;

        /** A rung that is not known here is one more warning, so it goes beyond the owner. */
        static Level of(DeadlineRung rung) {
            if (rung.happening() == DeadlineRung.Happening.MISSED) {
                return OVER;
            }
            return switch (rung.rung()) {
                case "HALF_TERM", "ONE_WEEK" -> EARLY;
                case "ONE_WORKING_DAY", "DUE_DAY" -> LAST;
                default -> NEAR;
            };
        }

        boolean atLeast(Level other) {
            return compareTo(other) >= 0;
        }
    }

    private Escalation() {}

    /** @param facts what is known of the case now */
    public static List<Notification> of(DeadlineRung rung, RouteFacts facts) {
        List<Notification> notifications = new ArrayList<>();
        if (rung.happening() == DeadlineRung.Happening.MET) {
            return notifications;
        }
        Level level = Level.of(rung);
        NotificationKind kind =
                level == Level.OVER ? NotificationKind.DEADLINE_MISSED : NotificationKind.DEADLINE_APPROACHED;
        for (Recipient to : recipients(rung.obligation(), level, facts)) {
            if (NeedToKnow.mayKnow(to, facts)) {
                notifications.add(new Notification(
                        NotificationId.of(rung.eventId(), kind, to),
                        rung.eventId(),
                        rung.caseId(),
                        facts.organisation(),
                        kind,
                        to,
                        null,
                        Notification.NOBODY,
                        level.atLeast(Level.LAST),
                        new Notification.Subject(List.of(rung.obligation()), rung.term())));
            }
        }
        return List.copyOf(notifications);
    }

    private static Set<Recipient> recipients(String obligation, Level level, RouteFacts facts) {
        String organisation = facts.organisation();
        Set<Recipient> recipients = new LinkedHashSet<>(DutyOwners.of(obligation, facts));
        if (facts.reach().route() == Route.MELDCODE) {
            if (level.atLeast(Level.NEAR)) {
                recipients.add(Audience.ATTENTION_OFFICER.in(organisation));
            }
            if (level.atLeast(Level.LAST)) {
                recipients.add(new Recipient.RoleHoldersOfUnit(
                        organisation, Audience.SUPERVISOR.role(), facts.reach().unit()));
            }
        } else if (level.atLeast(Level.LAST)) {
            recipients.add(Audience.BOARD.in(organisation));
        }
        return recipients;
    }
}
