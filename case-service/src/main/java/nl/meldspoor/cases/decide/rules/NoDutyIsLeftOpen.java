package nl.meldspoor.cases.decide.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;

/**
 * CLO-1: a case is not closed over an open duty. Grounds that lie outside the care for the client are held only by the duty to report,
 * as long as the client lives, and by the duties towards the inspectorate.
 */
public final class NoDutyIsLeftOpen extends StatedRule {

    private static final Set<ClosureGround> OUTSIDE_THE_CARE = Set.of(
            ClosureGround.CLIENT_DECEASED,
            ClosureGround.CLIENT_LEFT,
            ClosureGround.OTHER_ROUTE,
            ClosureGround.OPENED_BY_MISTAKE);

    public NoDutyIsLeftOpen() {
        super(
                "CLO-1",
                1,
                RuleClass.F,
                "De casus kan nog niet dicht: er staan verplichtingen open.",
                "The case cannot be closed yet: obligations are open.",
                "Ontspoorde mantelzorg (000), stap 5: 'bent u verplicht te melden'; Leidraad (002), stap 5: 'moeten dus altijd worden gemeld bij de Inspectie'");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return !open(history, command).isEmpty();
    }

    @Override
    public List<String> open(CaseHistory history, Command command) {
        return command.entry() instanceof CaseClosed closure
                ? blocking(history).filter(id -> holds(id, closure.ground(), history)).toList()
                : List.of();
    }

    /** Any blocking duty makes closing in the ordinary way impossible; the grounds outside the care stay possible. */
    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return entry == EventType.CASE_CLOSED && blocking(history).findAny().isPresent();
    }

    private static Stream<String> blocking(CaseHistory history) {
        return Obligations.open(history).stream().filter(OpenOrMet::blocksClosing).map(OpenOrMet::id);
    }

    private static boolean holds(String obligation, ClosureGround ground, CaseHistory history) {
        if (!OUTSIDE_THE_CARE.contains(ground)) {
            return true;
        }
        boolean clientAlive = ground != ClosureGround.CLIENT_DECEASED && !history.clientDied();
        return obligation.startsWith("OB-IGJ") || (obligation.equals("OB-REPORT") && clientAlive);
    }
}
