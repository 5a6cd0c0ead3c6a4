package nl.meldspoor.cases.decide.rules;

import java.util.Set;
import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;

/** GEN-1: a closed case takes only what still comes after closing. */
public final class ClosedCaseRests extends StatedRule {

    /** By path, so that entries that are yet to come are named already. */
    private static final Set<String> AFTER_CLOSING = Set.of(
            "reopenings",
            "corrections",
            "acknowledgements",
            "feedback",
            "igj-responses",
            "aftercare",
            "evaluations",
            "improvement-completions",
            "erasure",
            "person-erasures",
            "legal-holds",
            "legal-hold-liftings");

    public ClosedCaseRests() {
        super(
                "GEN-1",
                1,
                RuleClass.F,
                "De casus is gesloten. Heropen de casus om dit vast te leggen.",
                "The case is closed. Reopen it to record this.",
                "Ontwerp van Meldspoor: een gesloten casus verandert niet ongemerkt");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return refusesWhateverTheFields(history, command.type());
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return history.closed() && !history.erased() && !AFTER_CLOSING.contains(entry.entryPath());
    }
}
