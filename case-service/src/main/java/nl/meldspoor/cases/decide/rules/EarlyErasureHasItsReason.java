package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.cases.decide.retention.Retention;
import nl.meldspoor.events.CaseErased;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.terms.AmsterdamDay;

/** ERA-3: before the term of retention is over a case is erased for a reason only, such as a request of the client. */
public final class EarlyErasureHasItsReason extends StatedRule {

    public EarlyErasureHasItsReason() {
        super(
                "ERA-3",
                1,
                RuleClass.F,
                "De bewaartermijn is nog niet voorbij. Geef de reden waarom de inhoud eerder wordt gewist.",
                "The retention term is not over yet. Give the reason why the content is erased earlier.",
                "BW art. 7:454 lid 3 en 7:455; Wmo 2015 art. 5.3.4 en 5.3.5");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return command.entry() instanceof CaseErased erasure
                && erasure.reason() == null
                && !Retention.isOver(Retention.of(history).endsOn(erasure.retentionYears()), AmsterdamDay.of(command.now()));
    }
}
