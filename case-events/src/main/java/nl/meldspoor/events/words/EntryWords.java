package nl.meldspoor.events.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.EventType;

/**
 * Words for events, members and codes. Dutch from {@code labels_nl.properties}: {@code event.SignalRecorded},
 * {@code SignalRecorded.observedAt} or for every type {@code member.observedAt}, {@code Perception.SEEN} or for every enum
 * {@code code.YES}. The names themselves are English, so English is made of them. What has no Dutch word is called by its name.
 */
public final class EntryWords {

    private static final Properties DUTCH = load();

    /** Codes that are names and stay in capitals. */
    private static final Set<String> NAMES = Set.of("KNMG", "WLZ", "ZVW", "WMO", "VVT", "IGJ", "PRISMA", "SIRE", "FGM");

    private EntryWords() {}

    private static Properties load() {
        try (InputStream in = EntryWords.class.getResourceAsStream("labels_nl.properties")) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Dutch word of a key, when there is one. */
    public static Optional<String> dutch(String key) {
        return Optional.ofNullable(DUTCH.getProperty(key));
    }

    public static Bilingual event(EventType type) {
        return new Bilingual(dutch("event." + type.eventName()).orElse(type.eventName()), ofName(type.eventName()));
    }

    /** @param owner the event record or the value record inside it */
    public static Bilingual member(Class<?> owner, String name) {
        return new Bilingual(
                dutch(owner.getSimpleName() + "." + name).or(() -> dutch("member." + name)).orElse(name), ofName(name));
    }

    /** @param codes the enum */
    public static Bilingual code(Class<?> codes, String constant) {
        return new Bilingual(
                dutch(codes.getSimpleName() + "." + constant).or(() -> dutch("code." + constant)).orElse(constant), ofCode(constant));
    }

    /** {@code literalWords} → "Literal words", {@code IGJReportFiled} → "IGJ report filed". */
    static String ofName(String name) {
        var words = name.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ").split(" ");
        for (int i = 0; i < words.length; i++) {
            if (!NAMES.contains(words[i])) {
                words[i] = words[i].toLowerCase(Locale.ROOT);
            }
        }
        return capital(String.join(" ", words));
    }

    /** {@code NOT_TAKEN_UP} → "Not taken up". */
    static String ofCode(String constant) {
        return NAMES.contains(constant) ? constant : capital(constant.toLowerCase(Locale.ROOT).replace('_', ' ').replace("veilig thuis", "Veilig Thuis"));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
