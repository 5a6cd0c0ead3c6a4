package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.PersonErased;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** COR-1: a correction is about an earlier entry that is no correction itself; an opening keeps its route and cannot be taken back. */
public final class CorrectionIsOfAnEntry extends EntryRule<EntryCorrected> {

    public CorrectionIsOfAnEntry() {
        super(
                EntryCorrected.class,
                "COR-1",
                1,
                RuleClass.F,
                "Corrigeer een eerdere vastlegging van deze casus, geen correctie; de opening kan worden verbeterd maar niet worden ingetrokken.",
                "Correct an earlier entry of this case, not a correction; the opening can be improved but not taken back.",
                "Ontwerp van Meldspoor: de oude vastlegging blijft leesbaar, de nieuwste verbetering telt");
    }

    @Override
    boolean refuses(EntryCorrected correction, Happened when, CaseHistory history) {
        return history.recorded(correction.corrects())
                .map(RecordedEvent::data)
                .map(corrected -> switch (corrected) {
                    case EntryCorrected again -> true;
                    // what is erased stays erased
                    case PersonErased erasure -> true;
                    case CaseOpened opened -> !keepsTheRoute(correction.replacement(), opened);
                    default -> correction.replacement() != null
                            && correction.replacement().getClass() != corrected.getClass();
                })
                .orElse(true);
    }

    private static boolean keepsTheRoute(CaseEvent replacement, CaseOpened opened) {
        return replacement instanceof CaseOpened r && r.route() == opened.route();
    }
}
