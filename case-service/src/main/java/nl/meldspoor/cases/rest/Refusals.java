package nl.meldspoor.cases.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meldspoor.cases.decide.Decision;
import nl.meldspoor.cases.decide.Refusal;
import nl.meldspoor.http.Language;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;

/** Tells what the rules refused, and the other ways in which an entry does not get in. */
final class Refusals {

    private Refusals() {}

    /** 409: the first rule speaks, all are listed. */
    static Problem of(Decision.Refused refused, Language language) {
        var first = refused.refusals().getFirst();
        var rule = first.rule();
        var problem = Problem.of("urn:meldspoor:rule:" + rule.id(), 409, "Rule " + rule.id(), sentence(first, language))
                .with("rule", rule.id())
                .with("class", rule.ruleClass().name())
                .with("source", rule.source());
        var open = refused.refusals().stream().flatMap(r -> r.open().stream()).distinct().toList();
        if (!open.isEmpty()) {
            problem = problem.with("open", open);
        }
        return problem.with("violations", refused.refusals().stream().map(r -> violation(r, language)).toList());
    }

    private static Map<String, Object> violation(Refusal refusal, Language language) {
        var violation = new LinkedHashMap<String, Object>();
        violation.put("rule", refusal.rule().id());
        violation.put("class", refusal.rule().ruleClass().name());
        violation.put("detail", sentence(refusal, language));
        violation.put("source", refusal.rule().source());
        if (!refusal.open().isEmpty()) {
            violation.put("open", List.copyOf(refusal.open()));
        }
        return violation;
    }

    private static String sentence(Refusal refusal, Language language) {
        return switch (language) {
            case NL -> refusal.rule().sentence().nl();
            case EN -> refusal.rule().sentence().en();
        };
    }

    static ProblemException keyReused() {
        return Problem.of(
                        "urn:meldspoor:idempotency-key-reused",
                        409,
                        "Idempotency-Key reused",
                        "This Idempotency-Key was used for another request. Use a new key for a new entry.")
                .asException();
    }

    static ProblemException outcomeUnknown() {
        return Problem.of(
                        "urn:meldspoor:outcome-unknown",
                        503,
                        "Outcome unknown",
                        "It cannot be said now whether the entry was stored. Repeat the request with the same Idempotency-Key.")
                .asException()
                .withHeader("Retry-After", "2");
    }
}
