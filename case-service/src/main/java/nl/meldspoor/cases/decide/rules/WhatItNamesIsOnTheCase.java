package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.ImprovementCompleted;
import nl.meldspoor.events.SilenceLifted;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Handovers;

/** GEN-3: an entry about help, a silence, an improvement or a hand-over is about one of this case. */
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
            default -> false;
        };
    }
}
