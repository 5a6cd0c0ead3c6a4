package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Rule;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.Bilingual;

/** A rule with what is said about it; the predicate is its subclass's. */
abstract class StatedRule implements Rule {

    private final String id;
    private final int version;
    private final RuleClass ruleClass;
    private final Bilingual sentence;
    private final String source;

    StatedRule(String id, int version, RuleClass ruleClass, String nl, String en, String source) {
        this.id = id;
        this.version = version;
        this.ruleClass = ruleClass;
        this.sentence = new Bilingual(nl, en);
        this.source = source;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final int version() {
        return version;
    }

    @Override
    public final RuleClass ruleClass() {
        return ruleClass;
    }

    @Override
    public final Bilingual sentence() {
        return sentence;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final String toString() {
        return id;
    }
}
