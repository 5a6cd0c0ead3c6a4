package nl.meldspoor.cases.decide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.cases.decide.outcomes.OutcomeRule;
import nl.meldspoor.cases.decide.outcomes.Reportability;
import nl.meldspoor.cases.decide.outcomes.Weighing;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.history.Completeness;
import nl.meldspoor.events.history.Obligations;

/**
 * Every rule by which Meldspoor refuses, derives, obliges or asks, to be read: whatever id a refusal, receipt, obligation or step names is here.
 */
public final class RuleBook {

    /** What a rule does. */
    public enum Kind {
        REFUSAL,
        OUTCOME,
        OBLIGATION,
        /** What the sources want recorded at least. */
        REQUIREMENT
    }

    /** @param ruleClass F or C for a refusal, else null */
    public record Page(String id, int version, Kind kind, RuleClass ruleClass, Bilingual sentence, String source) {}

    private static final List<Page> PAGES = Stream.of(
                    Rules.catalogue().stream()
                            .map(r -> new Page(
                                    r.id(), r.version(), Kind.REFUSAL, r.ruleClass(), r.sentence(), r.source())),
                    Weighing.LINES.stream().map(RuleBook::outcome),
                    Stream.of(Reportability.values()).map(RuleBook::outcome),
                    Obligations.catalogue().stream()
                            .map(o -> new Page(o.id(), o.version(), Kind.OBLIGATION, null, o.text(), o.source())),
                    Completeness.requirements().stream()
                            .map(r -> new Page(r.id(), 1, Kind.REQUIREMENT, null, r.text(), r.source())))
            .flatMap(pages -> pages)
            .toList();

    private RuleBook() {}

    /** Refusals, outcomes, obligations, each in the order of domain.md; then what steps ask for. */
    public static List<Page> pages() {
        return PAGES;
    }

    public static Optional<Page> byId(String id) {
        return PAGES.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    private static Page outcome(OutcomeRule rule) {
        return new Page(rule.id(), rule.version(), Kind.OUTCOME, null, rule.sentence(), rule.source());
    }
}
