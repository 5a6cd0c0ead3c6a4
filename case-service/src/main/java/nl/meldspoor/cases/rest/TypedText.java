package nl.meldspoor.cases.rest;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a piece of text in an entry must be, and how it is kept: in Unicode normalisation form C, so that the same words are the same
 * bytes under the hash. Line feeds and tabs belong to told text; every other control character and half a surrogate pair do not.
 */
enum TypedText {
    /** Told text: 1-20,000 characters, not blank. */
    TOLD(20_000),
    /** A value the organisation configured: 1-100 characters on one line. */
    CODE(100),
    /** The name of a user: as the identity provider writes it. */
    USER_NAME(100),
    /** A digest: 64 lower-case hexadecimal digits. */
    SHA256(64);

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final int longestInCharacters;

    TypedText(int longestInCharacters) {
        this.longestInCharacters = longestInCharacters;
    }

    /** What is wrong with a text, or nothing. Never repeats it. */
    Optional<String> fault(String text) {
        if (text.isBlank()) {
            return Optional.of("Must not be blank.");
        }
        if (text.codePointCount(0, text.length()) > longestInCharacters) {
            return Optional.of("At most " + longestInCharacters + " characters.");
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            return Optional.of("Holds half a surrogate pair.");
        }
        if (text.codePoints().anyMatch(this::isRefusedControl)) {
            return Optional.of("Holds a control character.");
        }
        if (this == USER_NAME && !USER.matcher(text).matches()) {
            return Optional.of("Not a user name.");
        }
        if (this == SHA256 && !DIGEST.matcher(text).matches()) {
            return Optional.of("64 lower-case hexadecimal digits are expected.");
        }
        return Optional.empty();
    }

    /** The text as it is kept. */
    static String kept(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private boolean isRefusedControl(int character) {
        var line = character == '\n' || character == '\r' || character == '\t';
        return Character.getType(character) == Character.CONTROL && !(line && this == TOLD);
    }
}
