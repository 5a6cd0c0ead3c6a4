package nl.meldspoor.http;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who asks, from the verified access token.
 *
 * @param userName {@code preferred_username} in lower case; for a client with credentials of its own its service account
 * @param organisation the care organisation; empty only for a Veilig Thuis liaison, who belongs to none
 * @param units the units the person works in, in order
 * @param region the Veilig Thuis region of a liaison
 * @param roles the roles of ours, never null
 * @param clientId the client the token was given to ({@code azp}), when it says so
 */
public record Caller(
        String userName,
        Optional<String> organisation,
        Set<String> units,
        Optional<String> region,
        Set<Role> roles,
        Optional<String> clientId) {

    public Caller {
        userName = userName.toLowerCase(Locale.ROOT);
        Objects.requireNonNull(organisation, "organisation");
        units = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(units));
        roles = java.util.Collections.unmodifiableSet(roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Collection<Role> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }

    /** The organisation, for everything that only people (and couplings) of an organisation may do; 403 for a liaison. */
    public String requireOrganisation() {
        return organisation.orElseThrow(() -> ProblemException.forbidden("The token names no organisation."));
    }

    /** 403 unless the caller has one of these roles. */
    public void requireAny(Role... wanted) {
        if (!hasAny(Set.of(wanted))) {
            throw ProblemException.forbidden(Statuses.detail(403));
        }
    }
}
