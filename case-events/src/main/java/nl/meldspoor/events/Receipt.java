package nl.meldspoor.events;

import java.util.Map;

/**
 * Why a derived outcome is what it is: rule and version, the facts that went in, the outcome, the sentence and the source.
 * Kept as given: a replay of an old case shows the receipt of then.
 *
 * @param inputs the facts by name; values are codes, booleans or lists of codes, never personal
 */
public record Receipt(
        String rule, int version, Map<String, Object> inputs, String outcome, Bilingual text, String source) {}
