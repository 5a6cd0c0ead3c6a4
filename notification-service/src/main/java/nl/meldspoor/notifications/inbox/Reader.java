package nl.meldspoor.notifications.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;
import nl.meldspoor.notifications.routing.Recipient;

/**
 * Who reads, as the inbox knows him.
 *
 * @param keys keys of the recipients he is or is one of; the only notifications he can find
 * @param ref under which his read marks stand
 * @param roles his roles as tokens name them
 * @param userName in lower case, only to compute whether he is the accused of a case; never stored
 * @param accusedKey pads to compute that with; empty for a liaison, who belongs to no organisation and so is nobody's accused
 * @param himself false when an integration reads for him: then not all that he is is known
 */
public record Reader(
        List<String> keys,
        String ref,
        List<String> roles,
        String userName,
        Optional<PersonRefs.PaddedKey> accusedKey,
        boolean himself) {

    /** A person, by his token. */
    static Reader of(Caller caller, PersonRefs refs) {
        List<Recipient> recipients = new ArrayList<>();
        if (caller.has(Role.VT_LIAISON)) {
            caller.region().ifPresent(region -> recipients.add(new Recipient.Region(region)));
        }
        caller.organisation().ifPresent(organisation -> {
            recipients.add(new Recipient.Person(organisation, refs.person(organisation, caller.userName())));
            for (Role role : caller.roles()) {
                recipients.add(new Recipient.RoleHolders(organisation, role.code()));
                for (String unit : caller.units()) {
                    recipients.add(new Recipient.RoleHoldersOfUnit(organisation, role.code(), unit));
                }
            }
        });
        return of(recipients, caller, caller.roles().stream().map(Role::code).toList(), caller.userName(), refs, true);
    }

    /** The person an integration acts for. What roles he has is not known to us: he finds what is addressed to himself. */
    static Reader behalfOf(String userName, Caller integration, PersonRefs refs) {
        String organisation = integration.requireOrganisation();
        List<Recipient> himself = List.of(new Recipient.Person(organisation, refs.person(organisation, userName)));
        return of(himself, integration, List.of(Role.PROFESSIONAL.code()), userName, refs, false);
    }

    private static Reader of(
            List<Recipient> recipients, Caller caller, List<String> roles, String userName, PersonRefs refs, boolean himself) {
        String belongsTo = caller.organisation().orElseGet(() -> "veilig-thuis/" + caller.region().orElse(""));
        return new Reader(
                recipients.stream().map(Recipient::key).toList(),
                refs.person(belongsTo, userName),
                roles,
                userName.toLowerCase(java.util.Locale.ROOT),
                caller.organisation().map(refs::accusedPads),
                himself);
    }
}
