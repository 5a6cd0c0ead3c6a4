package nl.meldspoor.cases.rest;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Case ids as text. {@link UUID#fromString} takes shortened forms too; two spellings of one id would be two addresses of one case. */
final class CaseIds {

    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private CaseIds() {}

    /** The id, or nothing when the text is none. */
    static Optional<UUID> parse(String text) {
        return text != null && CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
