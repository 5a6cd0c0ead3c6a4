package nl.meldspoor.cases.decide.rules;

import java.util.List;
import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;

/** ERA-4: nobody erases the duty to report away. */
public final class NoDutyIsErased extends StatedRule {

    public NoDutyIsErased() {
        super(
                "ERA-4",
                1,
                RuleClass.F,
                "Er staat nog een meldplicht open. Wis de inhoud pas als daaraan is voldaan.",
                "A duty to report is still open. Erase the content only when it is met.",
                "Wkkgz art. 11 lid 1; Ontspoorde mantelzorg (000), stap 5: 'bent u verplicht te melden'");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return refusesWhateverTheFields(history, command.type());
    }

    @Override
    public List<String> open(CaseHistory history, Command command) {
        return command.type() == EventType.CASE_ERASED ? open(history) : List.of();
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return entry == EventType.CASE_ERASED && !open(history).isEmpty();
    }

    private static List<String> open(CaseHistory history) {
        return Obligations.open(history).stream()
                .filter(OpenOrMet::blocksClosing)
                .map(OpenOrMet::id)
                .filter(id -> id.equals("OB-REPORT") && !history.clientDied() || id.startsWith("OB-IGJ"))
                .toList();
    }
}
