package nl.meldspoor.cases.decide.rules;

import java.util.Objects;
import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.ImprovementCompleted;
import nl.meldspoor.events.LegalHoldLifted;
import nl.meldspoor.events.SilenceLifted;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Handovers;

/** GEN-3: an entry about help, a silence, an improvement, a hand-over or a legal hold is about one of this case; of holds, one that stands. */
public final class WhatItNamesIsOnTheCase extends StatedRule {

    public WhatItNamesIsOnTheCase() {
        super(
                "GEN-3",
                1,
                RuleClass.F,
                "Waar dit over gaat staat niet op deze casus.",
                "What this is about is not on this case.",
                "Ontwerp van Meldspoor: een vervolg hoort bij wat is vastgelegd");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return switch (command.entry()) {
            case HelpEvaluated e -> history.helpPlan(e.helpId()).isEmpty();
            case SilenceLifted l -> history.silence(l.silenceId()).isEmpty();
            case ImprovementCompleted c -> history.improvement(c.improvementId()).isEmpty();
            case HandoverAnswered a -> Handovers.offer(history, a.handoverId()).isEmpty();
            case LegalHoldLifted l -> history.standingHolds().stream().noneMatch(h -> Objects.equals(h.data().holdId(), l.holdId()));
            default -> false;
        };
    }

    @Override
    public boolean refusesWhateverTheFields(CaseHistory history, EventType entry) {
        return switch (entry) {
            case HELP_EVALUATED -> history.helpPlans().isEmpty();
            case SILENCE_LIFTED -> history.silences().isEmpty();
            case IMPROVEMENT_COMPLETED -> history.improvements().isEmpty();
            case HANDOVER_ANSWERED -> history.handovers().isEmpty();
            case LEGAL_HOLD_LIFTED -> history.standingHolds().isEmpty();
            default -> false;
        };
    }
}
