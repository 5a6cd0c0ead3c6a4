package nl.meldspoor.notifications.routing;

import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.events.Route;

/**
 * Whose duty it is, by what the roles of domain.md 2 may record: on MELDCODE whoever handles the case; on CARE_RELATION the report team and
 * who received the report, and beside them who must record or answer for it.
 */
final class DutyOwners {

    private DutyOwners() {}

    static List<Recipient> of(String obligation, RouteFacts facts) {
        String organisation = facts.organisation();
        List<Recipient> owners = new ArrayList<>();
        if (facts.reach().route() == Route.MELDCODE) {
            owners.add(new Recipient.Person(organisation, facts.reach().handlerRef()));
            return owners;
        }
        owners.add(Audience.REPORT_TEAM.in(organisation));
        facts.reach().receivedByRefs().forEach(ref -> owners.add(new Recipient.Person(organisation, ref)));
        switch (obligation) {
            // Whoever saw it makes the report himself.
            case "OB-INTERNAL-REPORT" -> {
                Recipient handler = new Recipient.Person(organisation, facts.reach().handlerRef());
                if (!owners.contains(handler)) {
                    owners.add(handler);
                }
            }
            case "OB-DISMISSAL-FACTS" -> owners.add(Audience.HR.in(organisation));
            case "OB-POLICE" -> owners.add(Audience.POLICE_CONTACT.in(organisation));
            // The duty to report is the care provider's own (Wkkgz art. 11): its board answers for it.
            case "OB-IGJ-CALAMITY", "OB-IGJ-VIOLENCE", "OB-IGJ-DISMISSAL" -> owners.add(Audience.BOARD.in(organisation));
            default -> {}
        }
        return owners;
    }
}
