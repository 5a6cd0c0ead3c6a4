package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.MeldingAcknowledged;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.history.CaseHistory;

/** MEL-3: acknowledgement and feedback are about a melding of this case. */
public final class MeldingIsKnown extends StatedRule {

    public MeldingIsKnown() {
        super(
                "MEL-3",
                1,
                RuleClass.F,
                "Deze melding is niet vanuit deze casus gedaan.",
                "This melding was not made from this case.",
                "Ontwerp van Meldspoor: bevestiging en terugkoppeling horen bij een melding");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return switch (command.entry()) {
            case MeldingAcknowledged a -> history.melding(a.meldingId()).isEmpty();
            case VeiligThuisFeedbackReceived f -> history.melding(f.meldingId()).isEmpty();
            default -> false;
        };
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        boolean aboutAMelding =
                entry == EventType.MELDING_ACKNOWLEDGED || entry == EventType.VEILIG_THUIS_FEEDBACK_RECEIVED;
        return aboutAMelding && history.meldingen().isEmpty();
    }
}
