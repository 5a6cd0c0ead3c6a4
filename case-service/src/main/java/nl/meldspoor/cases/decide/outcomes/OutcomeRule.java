package nl.meldspoor.cases.decide.outcomes;

import java.util.Map;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.Receipt;

/** A rule that derives an outcome and says so in a receipt (domain.md 4). */
public interface OutcomeRule {

    String id();

    /** Goes up when the outcome for the same facts changes; receipts of old cases keep theirs. */
    int version();

    Bilingual sentence();

    /** Document, step and at most one line of it. */
    String source();

    default Receipt receipt(Map<String, Object> inputs, String outcome) {
        return new Receipt(id(), version(), inputs, outcome, sentence(), source());
    }
}
