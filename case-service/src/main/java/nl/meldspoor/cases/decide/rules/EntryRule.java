package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** A rule about one kind of entry. */
abstract class EntryRule<E extends CaseEvent> extends StatedRule {

    private final Class<E> about;

    EntryRule(Class<E> about, String id, int version, RuleClass ruleClass, String nl, String en, String source) {
        super(id, version, ruleClass, nl, en, source);
        this.about = about;
    }

    @Override
    public final boolean refuses(CaseHistory history, Command command) {
        return about.isInstance(command.entry())
                && refuses(about.cast(command.entry()), command.happened(), history);
    }

    /** @param when the entry happened */
    abstract boolean refuses(E entry, Happened when, CaseHistory history);
}
