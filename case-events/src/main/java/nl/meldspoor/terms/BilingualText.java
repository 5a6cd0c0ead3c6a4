package nl.meldspoor.terms;

import java.util.Locale;
import java.util.Objects;

/** One sentence in Dutch and in English. Neither is ever missing. */
public record BilingualText(String nl, String en) {

    public BilingualText {
        Objects.requireNonNull(nl, "nl");
        Objects.requireNonNull(en, "en");
    }

    /** The English sentence for an English reader, the Dutch one for everybody else. */
    public String in(Locale reader) {
        return Locale.ENGLISH.getLanguage().equals(reader.getLanguage()) ? en : nl;
    }
}
