package nl.meldspoor.cases.decide;

import java.util.List;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;

/** A rule of domain.md 5 that refuses entries. Each is a class of its own: id, sentence, source and predicate together. */
public interface Rule {

    /** As in domain.md 5, e.g. {@code DEC-1}. */
    String id();

    /** Goes up when what is refused changes. */
    int version();

    RuleClass ruleClass();

    /** Why it refuses, in words of the field; never repeats what was entered. */
    Bilingual sentence();

    /** Document, step and at most one line of it. */
    String source();

    /** Whether it refuses the command, deviation left aside. */
    boolean refuses(CaseHistory history, Command command);

    /** Whether it would refuse such an entry now whatever its fields. */
    default boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return false;
    }

    /** The same for this person: a rule about who may record it says so before he fills in anything. */
    default boolean refusesWhateverTheFields(CaseHistory history, EventType entry, WhoActs who) {
        return refusesWhateverTheFields(history, entry);
    }

    /** The obligations that make it refuse, where it is about obligations. */
    default List<String> open(CaseHistory history, Command command) {
        return List.of();
    }
}
