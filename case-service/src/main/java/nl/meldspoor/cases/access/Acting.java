package nl.meldspoor.cases.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.meldspoor.cases.store.Actor;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;

/**
 * Who acts, for an organisation. An integration acts for the person it names; of that person no roles are known here, so he counts as a
 * professional who reaches what he himself opened or handles, and no more.
 *
 * @param caller from the token
 * @param organisation whose cases it is about: the caller's; for a liaison that of the case
 * @param onBehalfOf the person an integration acts for, lower case
 */
public record Acting(Caller caller, String organisation, Optional<String> onBehalfOf, PersonRefs refs) {

    private static final Set<Role> LEADING =
            EnumSet.of(Role.SUPERVISOR, Role.ATTENTION_OFFICER, Role.REPORT_TEAM, Role.BOARD);

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    /** Reads {@code On-Behalf-Of}: needed from an integration, refused from people (400). */
    public static Acting of(Caller caller, String organisation, String onBehalfOf, PersonRefs refs) {
        if (!caller.has(Role.INTEGRATION)) {
            if (onBehalfOf != null) {
                throw header("Only an integration acts on behalf of somebody.");
            }
            return new Acting(caller, organisation, Optional.empty(), refs);
        }
        if (onBehalfOf == null) {
            throw header("Required: the user name of the person the integration acts for.");
        }
        if (!USER.matcher(onBehalfOf).matches()) {
            throw header("Not a user name.");
        }
        return new Acting(caller, organisation, Optional.of(onBehalfOf.toLowerCase(Locale.ROOT)), refs);
    }

    private static RuntimeException header(String detail) {
        return new ShapeErrors().addHeader("On-Behalf-Of", detail).asProblem().asException();
    }

    /** The person whose cases these are: the one acted for, else the caller. */
    public String person() {
        return onBehalfOf.orElse(caller.userName());
    }

    /** Keyed hash of {@link #person()}. */
    public String personRef() {
        return refs.person(organisation, person());
    }

    /** The roles reach is decided by. */
    public Set<Role> roles() {
        return onBehalfOf.isPresent() ? EnumSet.of(Role.PROFESSIONAL) : caller.roles();
    }

    /** Whether he may reassign the case of another. */
    public boolean leads() {
        return LEADING.stream().anyMatch(roles()::contains);
    }

    /** The units reach is decided by. */
    public List<String> units() {
        return onBehalfOf.isPresent() ? List.of() : List.copyOf(caller.units());
    }

    /** As the store records it. */
    public Actor actor() {
        return new Actor(
                caller.userName(),
                refs.person(organisation, caller.userName()),
                caller.roles().stream().map(Role::code).toList(),
                onBehalfOf.orElse(null),
                onBehalfOf.map(user -> refs.person(organisation, user)).orElse(null));
    }
}
