package nl.meldspoor.http;

import java.util.List;
import java.util.Locale;

/** The two languages of answers. Dutch unless English is asked for by {@code Accept-Language} (RFC 9110 12.5.4). */
public enum Language {
    NL,
    EN;

    /** The best of the two; what cannot be read counts as not sent. */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
            return NL;
        }
        try {
            var found = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH));
            return found != null && found.getLanguage().equals("en") ? EN : NL;
        } catch (IllegalArgumentException e) {
            return NL;
        }
    }

    /** {@code nl} or {@code en}, for {@code Content-Language}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
