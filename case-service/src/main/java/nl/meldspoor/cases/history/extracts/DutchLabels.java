package nl.meldspoor.cases.history.extracts;

import java.util.Optional;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.words.EntryWords;

/**
 * Dutch words for events, members and codes, see {@link EntryWords}. On paper a word that is missing is a
 * defect: a test goes through all types.
 */
public final class DutchLabels {

    private DutchLabels() {}

    static String event(EventType type) {
        return word("event." + type.eventName());
    }

    /** @param owner the event record or the value record inside it */
    static String member(Class<?> owner, String name) {
        return find(owner.getSimpleName() + "." + name).or(() -> find("member." + name)).orElseThrow(() ->
                new IllegalStateException("expected a Dutch label for " + owner.getSimpleName() + "." + name));
    }

    static String code(Class<?> codes, String constant) {
        return find(codes.getSimpleName() + "." + constant).or(() -> find("code." + constant)).orElseThrow(() ->
                new IllegalStateException("expected a Dutch label for " + codes.getSimpleName() + "." + constant));
    }

    static String code(Enum<?> constant) {
        return code(constant.getDeclaringClass(), constant.name());
    }

    static String yesNo(boolean answer) {
        return word(answer ? "yes" : "no");
    }

    /** A realm role; one that is not ours is shown by its name. */
    static String role(String role) {
        return find("role." + role).orElse(role);
    }

    /** A word of the extracts themselves. */
    static String word(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("expected a Dutch label for " + key));
    }

    /** The word of a key, when there is one. */
    public static Optional<String> find(String key) {
        return EntryWords.dutch(key);
    }
}
