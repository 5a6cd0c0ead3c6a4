package nl.meldspoor.cases.decide;

import java.util.List;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;

/**
 * Decides about one entry. The same history and command always give the same decision; nothing is stored, asked or logged here.
 */
public final class Decider {

    private Decider() {}

    /** Opens a case. */
    public static Decision open(Command command) {
        if (command.type() != EventType.CASE_OPENED) {
            throw new IllegalArgumentException("expected an entry that opens a case, but was " + command.type());
        }
        return accepted(Derived.opening(command), command, List.of());
    }

    /** Decides on an existing case: all refusals together, or the events to store. */
    public static Decision decide(CaseHistory history, Command command) {
        if (command.type() == EventType.CASE_OPENED) {
            throw new IllegalArgumentException("expected an entry on an existing case, but was " + command.type());
        }
        Correcting correcting = Correcting.of(history, command);
        List<Rule> against = Rules.catalogue().stream()
                .filter(rule -> rule.refuses(history, command) || correcting.refusedBy(rule))
                .toList();
        boolean deviates = command.deviation() != null;
        List<Refusal> refusals = against.stream()
                .filter(rule -> !(deviates && rule.ruleClass() == RuleClass.C))
                .map(rule -> new Refusal(rule, correcting.open(rule, rule.open(history, command))))
                .toList();
        if (!refusals.isEmpty()) {
            return new Decision.Refused(refusals);
        }
        return accepted(Derived.members(history, command), command, against.stream().map(Rule::id).toList());
    }

    private static Decision accepted(CaseEvent data, Command command, List<String> deviatedFrom) {
        return new Decision.Accepted(List.of(new Proposed(
                data, command.note(), command.deviation(), deviatedFrom, command.happened().asMoment())));
    }
}
