package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.cases.decide.outcomes.Weighing;
import nl.meldspoor.cases.decide.outcomes.Weighing.Weighed;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** ASM-2: the five questions lead to an outcome (domain.md 4). */
public final class QuestionsAreAnswered extends EntryRule<AssessmentMade> {

    public QuestionsAreAnswered() {
        super(
                AssessmentMade.class,
                "ASM-2",
                1,
                RuleClass.F,
                "Beantwoord de vragen die nodig zijn voor een uitkomst. Geen vermoeden gaat niet samen met (mogelijke) onveiligheid.",
                "Answer the questions that are needed for an outcome. No suspicion does not go together with (possible) unsafety.",
                "Afwegingskader: vermoeden, veiligheid, hulp, acceptatie, resultaat; Meldcode (004), stap 4: 'Het wegen is nodig om de volgende vragen te kunnen beantwoorden'");
    }

    @Override
    boolean refuses(AssessmentMade assessment, Happened when, CaseHistory history) {
        return !(Weighing.of(assessment, history) instanceof Weighed);
    }
}
