package nl.meldspoor.cases.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import nl.meldspoor.events.AftercareArranged;
import nl.meldspoor.events.AftercareFor;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Role;

/** Which role may ever record which entry ({@code domain.md} 2): what is not here is refused before a case is looked up. */
public final class EntryRights {

    private EntryRights() {}

    /** Whether one of the roles may record this entry on some case. */
    public static boolean mayEver(Set<Role> roles, EventType entry) {
        return roles.stream().anyMatch(role -> entriesOf(role).contains(entry));
    }

    /** Whether one of the roles may open a case of this route. */
    public static boolean mayOpen(Set<Role> roles, Route route) {
        return roles.stream().anyMatch(role -> opens(role).contains(route));
    }

    /**
     * What a right to the kind of entry does not say yet: HR arranges aftercare for the (wrongly) accused only, and nobody corrects what he
     * could not record.
     *
     * @param typeOf the kind of the entry with this sequence
     */
    public static boolean mayRecordHere(Reached reached, CaseEvent entry, IntFunction<Optional<EventType>> typeOf) {
        return switch (entry) {
            case AftercareArranged a when reached.grounds().equals(List.of(Ground.HR)) ->
                a.forWhom() == AftercareFor.ACCUSED || a.forWhom() == AftercareFor.WRONGLY_ACCUSED;
            case EntryCorrected c -> typeOf.apply(c.corrects())
                    .map(type -> type == EventType.CASE_OPENED || reached.entries().contains(type))
                    .orElse(true);
            default -> true;
        };
    }

    private static Set<EventType> entriesOf(Role role) {
        var entries =
                switch (role) {
                    case PROFESSIONAL -> with(Ground.OPENED_OR_HANDLES.entries(), Ground.OPENED.entries());
                    case INTEGRATION -> with(
                            Ground.OPENED_OR_HANDLES.entries(),
                            EnumSet.of(EventType.SIGNAL_RECORDED, EventType.INTERNAL_REPORT_MADE));
                    case STAFF -> with(Ground.OPENED.entries());
                    case SUPERVISOR -> with(
                            Ground.SUPERVISOR_OF_UNIT.entries(), Ground.RECEIVED_OR_ASSIGNED.entries(), Ground.OPENED.entries());
                    case ATTENTION_OFFICER -> with(
                            Ground.ATTENTION_OFFICER.entries(), Ground.RECEIVED_OR_ASSIGNED.entries(), Ground.OPENED.entries());
                    case REPORT_TEAM -> with(Ground.REPORT_TEAM.entries());
                    case BOARD -> with(Ground.BOARD.entries(), Ground.KEEPER.entries());
                    case INVESTIGATOR -> with(Ground.INVESTIGATOR.entries());
                    case POLICE_CONTACT -> with(Ground.POLICE_CONTACT.entries());
                    case VT_LIAISON -> EnumSet.of(EventType.MELDING_ACKNOWLEDGED, EventType.VEILIG_THUIS_FEEDBACK_RECEIVED);
                    case HR -> with(Ground.HR.entries());
                    case AUDITOR, CLIENT_COUNCIL, WORKS_COUNCIL -> EnumSet.noneOf(EventType.class);
                };
        if (!opens(role).isEmpty()) {
            entries.add(EventType.CASE_OPENED);
        }
        return entries;
    }

    private static Set<Route> opens(Role role) {
        return switch (role) {
            case PROFESSIONAL, STAFF, SUPERVISOR, ATTENTION_OFFICER -> EnumSet.allOf(Route.class);
            case REPORT_TEAM, BOARD -> EnumSet.of(Route.CARE_RELATION);
            case INTEGRATION -> EnumSet.of(Route.MELDCODE);
            case HR, INVESTIGATOR, POLICE_CONTACT, VT_LIAISON, AUDITOR, CLIENT_COUNCIL, WORKS_COUNCIL -> EnumSet.noneOf(Route.class);
        };
    }

    @SafeVarargs
    private static EnumSet<EventType> with(Set<EventType>... sets) {
        var entries = EnumSet.noneOf(EventType.class);
        for (var set : sets) {
            entries.addAll(set);
        }
        return entries;
    }
}
