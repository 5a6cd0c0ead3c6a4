package nl.meldspoor.cases.store;

import java.util.List;
import java.util.Objects;

/**
 * Who records. User names are sealed by the store; the keyed hashes stand open.
 *
 * @param userName as the token says, lower case
 * @param personRef keyed hash of it
 * @param roles the roles he has at this moment, codes, sorted
 * @param onBehalfOf user name of the person an integration acts for, or null
 * @param onBehalfOfRef keyed hash of it, or null
 */
public record Actor(String userName, String personRef, List<String> roles, String onBehalfOf, String onBehalfOfRef) {

    public Actor {
        Objects.requireNonNull(userName, "userName");
        Objects.requireNonNull(personRef, "personRef");
        roles = roles.stream().sorted().toList();
        if ((onBehalfOf == null) != (onBehalfOfRef == null)) {
            throw new IllegalArgumentException("expected a person acted for with name and hash, but one is missing");
        }
    }

    /** Somebody who acts for himself. */
    public static Actor person(String userName, String personRef, List<String> roles) {
        return new Actor(userName, personRef, roles, null, null);
    }
}
