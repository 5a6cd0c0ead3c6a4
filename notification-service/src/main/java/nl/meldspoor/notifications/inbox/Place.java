package nl.meldspoor.notifications.inbox;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the order of arrival; as text the id of a server-sent event. No secret and no permission.
 *
 * @param transaction number of the transaction that told it, unsigned 64 bits in decimals
 * @param position within that transaction
 */
record Place(String transaction, long position) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Before everything that is not visible yet. */
    static Place before(String oldestRunningTransaction) {
        return new Place(oldestRunningTransaction, 0);
    }

    /** Empty when it is not a place that was given out here. */
    static Optional<Place> parse(String text) {
        var matcher = TEXT.matcher(text.strip());
        return matcher.matches() ? Optional.of(new Place(matcher.group(1), Long.parseLong(matcher.group(2)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return transaction + "-" + position;
    }
}
