package nl.meldspoor.notifications.routing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Who is told. {@link #key()} names the recipient in the database, in the id of the notification and in the set of keys that a reader's
 * token opens; equal keys are equal recipients, and no part of a key can pass for another part.
 */
public sealed interface Recipient {

    /** The key, e.g. {@code role/de-linde/supervisor/Team+Oost}. */
    String key();

    /** Every Veilig Thuis liaison of a region. */
    record Region(String region) implements Recipient {
        @Override
        public String key() {
            return path("region", region);
        }
    }

    /** Everybody who holds a role in an organisation. */
    record RoleHolders(String organisation, String role) implements Recipient {
        @Override
        public String key() {
            return path("role", organisation, role);
        }
    }

    /** Everybody who holds a role in one unit of an organisation. */
    record RoleHoldersOfUnit(String organisation, String role, String unit) implements Recipient {
        @Override
        public String key() {
            return path("role", organisation, role, unit);
        }
    }

    /**
     * One person.
     *
     * @param personRef keyed hash of the user name, as in {@link nl.meldspoor.events.PersonRefs#person}
     */
    record Person(String organisation, String personRef) implements Recipient {
        @Override
        public String key() {
            return path("person", organisation, personRef);
        }
    }

    private static String path(String... parts) {
        StringBuilder path = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            path.append('/').append(URLEncoder.encode(parts[i], StandardCharsets.UTF_8));
        }
        return path.toString();
    }
}
