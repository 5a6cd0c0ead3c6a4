package nl.meldspoor.notifications.routing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.Mover;
import nl.meldspoor.events.history.Obligation;
import nl.meldspoor.events.history.Obligations;

/**
 * Whose duty it is: on MELDCODE whoever handles the case; on CARE_RELATION the report team and who received the report, and beside them
 * whose move it is by the catalogue of obligations.
 */
final class DutyOwners {

    private DutyOwners() {}

    /** @param obligation its id; one that the catalogue does not know belongs to who handles the case */
    static List<Recipient> of(String obligation, RouteFacts facts) {
        String organisation = facts.organisation();
        if (facts.reach().route() == Route.MELDCODE) {
            return List.of(new Recipient.Person(organisation, facts.reach().handlerRef()));
        }
        Set<Recipient> owners = new LinkedHashSet<>();
        owners.add(Audience.REPORT_TEAM.in(organisation));
        facts.reach().receivedByRefs().forEach(ref -> owners.add(new Recipient.Person(organisation, ref)));
        switch (Obligations.byId(obligation).map(Obligation::mover).orElse(Mover.HANDLER)) {
            // Whoever saw it makes the report himself.
            case OPENER -> owners.add(new Recipient.Person(organisation, facts.reach().openedByRef()));
            case BOARD -> owners.add(Audience.BOARD.in(organisation));
            case HR -> owners.add(Audience.HR.in(organisation));
            case POLICE_CONTACT -> owners.add(Audience.POLICE_CONTACT.in(organisation));
            case INVESTIGATOR ->
                facts.reach().assignedRefs().forEach(ref -> owners.add(new Recipient.Person(organisation, ref)));
            case HANDLER, ASKED, REPORT_TEAM, VEILIG_THUIS, INSPECTORATE -> {}
        }
        return List.copyOf(owners);
    }
}
