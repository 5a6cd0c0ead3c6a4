package nl.meldspoor.events.frameworks;

import java.util.List;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.Framework;

/**
 * The questions of a weighing framework (<em>afwegingskader</em>) as a profession words them.
 *
 * @param version of the texts; a case keeps the one it was asked by
 * @param source where the texts come from
 * @param remark what to know about this framework
 */
public record WeighingFramework(
        Framework code, String name, String version, String source, Bilingual remark, List<Question> questions) {

    public WeighingFramework {
        questions = List.copyOf(questions);
    }

    /**
     * One of the five questions.
     *
     * @param text Dutch as in the source; English is our rendering
     * @param answeredBy members of the assessment that answer it
     * @param ownText whether the profession words it itself; else the model text stands in
     */
    public record Question(int number, Bilingual label, Bilingual text, List<String> answeredBy, boolean ownText) {
        public Question {
            answeredBy = List.copyOf(answeredBy);
        }
    }
}
