package nl.meldspoor.cases.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import nl.meldspoor.cases.store.HeadObligations;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;

/** The open obligations of a case for its head, marked with the catalogue they follow from. Pure. */
public final class OpenObligations {

    /** Changes when an obligation comes, goes or gets a new version: heads written before are then derived again. */
    public static final String CATALOGUE = catalogue();

    private OpenObligations() {}

    public static HeadObligations of(CaseHistory history) {
        return new HeadObligations(
                Obligations.open(history).stream().map(OpenOrMet::id).distinct().toList(), CATALOGUE);
    }

    private static String catalogue() {
        var all = Obligations.catalogue().stream()
                .map(obligation -> obligation.id() + ":" + obligation.version())
                .collect(Collectors.joining(","));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
