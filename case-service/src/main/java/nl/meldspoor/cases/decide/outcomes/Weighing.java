package nl.meldspoor.cases.decide.outcomes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.Receipt;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** The weighing framework: the first line of domain.md 4 that fits gives the outcome. */
public final class Weighing {

    /** In this order: unsafety goes before doubt. */
    public static final List<WeighingLine> LINES = List.of(
            WeighingLine.DISCLOSURE_MEANS_REPORTING,
            WeighingLine.UNSAFETY_MEANS_REPORTING,
            WeighingLine.DOUBT_ASKS_FOR_ADVICE,
            WeighingLine.NO_SUSPICION_MEANS_CLOSING,
            WeighingLine.DOUBT_ABOUT_SAFETY_ASKS_FOR_ADVICE,
            WeighingLine.NO_EFFECTIVE_HELP_MEANS_REPORTING,
            WeighingLine.HELP_WITHOUT_SAFETY_MEANS_REPORTING,
            WeighingLine.SAFETY_STILL_TO_BE_SEEN_MEANS_HELP,
            WeighingLine.SAFETY_RESTORED_COMPLETES_HELP);

    private Weighing() {}

    /** What the answers lead to. */
    public sealed interface Result {}

    /** @param norm 1, 2 or 3 when the outcome is REPORT, else null */
    public record Weighed(AssessmentOutcome outcome, Integer norm, Receipt receipt) implements Result {}

    /** A question that is needed for an outcome has no answer. */
    public record Unanswered() implements Result {}

    /** No suspicion together with unsafety, or doubt about it. */
    public record Contradiction() implements Result {}

    public static Result of(AssessmentMade answers, CaseHistory history) {
        boolean maybeUnsafe = answers.acuteUnsafety() != Answer.NO || answers.structuralUnsafety() != Answer.NO;
        if (answers.suspicion() == Answer.NO && maybeUnsafe) {
            return new Contradiction();
        }
        boolean disclosureStands = history.standingDisclosure().isPresent();
        boolean safetyRestored = history.safetyRestoredByHelpAt(Happened.at(answers.assessedAt()));
        for (WeighingLine line : LINES) {
            switch (line.fits(answers, disclosureStands, safetyRestored)) {
                case FITS -> {
                    return new Weighed(
                            line.outcome(),
                            line.norm(),
                            line.receipt(inputs(answers, disclosureStands, safetyRestored), line.outcome().name()));
                }
                case UNANSWERED -> {
                    return new Unanswered();
                }
                case DOES_NOT_FIT -> {}
            }
        }
        throw new IllegalStateException("expected a line that fits every full set of answers");
    }

    private static Map<String, Object> inputs(AssessmentMade answers, boolean disclosureStands, boolean safetyRestored) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("standingDisclosure", disclosureStands);
        inputs.put("suspicion", answers.suspicion().name());
        inputs.put("acuteUnsafety", answers.acuteUnsafety().name());
        inputs.put("structuralUnsafety", answers.structuralUnsafety().name());
        putIfAnswered(inputs, "effectiveHelp", answers.effectiveHelp());
        putIfAnswered(inputs, "helpAccepted", answers.helpAccepted());
        putIfAnswered(inputs, "helpLeadsToSafety", answers.helpLeadsToSafety());
        inputs.put("safetyRestoredByHelp", safetyRestored);
        return inputs;
    }

    private static void putIfAnswered(Map<String, Object> inputs, String question, Enum<?> answer) {
        if (answer != null) {
            inputs.put(question, answer.name());
        }
    }
}
