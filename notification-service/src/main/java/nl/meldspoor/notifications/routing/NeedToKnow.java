package nl.meldspoor.notifications.routing;

import java.util.Arrays;

/**
 * Who must not be told of a case, whatever happens in it: who is excluded from it and, while the accused may be a user we do not know,
 * everybody but report-team and board.
 */
final class NeedToKnow {

    private NeedToKnow() {}

    static boolean mayKnow(Recipient to, RouteFacts facts) {
        boolean excluded = to instanceof Recipient.Person(String organisation, String ref)
                && facts.reach().excludedRefs().contains(ref);
        return !excluded && (!facts.accusedUnlinked() || seesUnlinkedAccused(to));
    }

    private static boolean seesUnlinkedAccused(Recipient to) {
        return to instanceof Recipient.RoleHolders(String organisation, String role)
                && Arrays.stream(Audience.values()).anyMatch(a -> a.seesUnlinkedAccused() && a.role().equals(role));
    }
}
