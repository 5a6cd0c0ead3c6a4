package nl.meldspoor.cases.decide.rules;

import java.util.Optional;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.events.history.Happened;

/** MEL-1: a melding is announced to the client, or that is waived: in the melding, or after the melding before it. */
public final class ClientKnowsOfTheMelding extends EntryRule<MeldingMade> {

    public ClientKnowsOfTheMelding() {
        super(
                MeldingMade.class,
                "MEL-1",
                1,
                RuleClass.C,
                "De melding is niet met de cliënt besproken en er staat niet waarom dat niet kon.",
                "The melding was not discussed with the client, and it is not said why that was not possible.",
                "Meldcode (004), stap 5: 'Bespreek uw melding vooraf met de cliënt/wettelijk vertegenwoordiger.'");
    }

    @Override
    boolean refuses(MeldingMade melding, Happened when, CaseHistory history) {
        return !melding.discussedWithClient() && melding.waiver() == null && !waivedSinceThePreviousMelding(when, history);
    }

    private static boolean waivedSinceThePreviousMelding(Happened when, CaseHistory history) {
        Optional<Entry<MeldingMade>> previous =
                CaseHistory.latest(history.meldingen(), m -> m.happened().isBefore(when));
        return history.waivers().stream()
                .filter(w -> w.data().waives() == Waivable.MELDING_ANNOUNCEMENT)
                .filter(w -> !w.happened().isAfter(when))
                .anyMatch(w -> previous.isEmpty() || w.happened().isAfter(previous.get().happened()));
    }
}
