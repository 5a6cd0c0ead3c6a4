package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acutelyUnsafe;
import static nl.meldspoor.cases.decide.Entries.assessment;
import static nl.meldspoor.cases.decide.Entries.disclosure;
import static nl.meldspoor.cases.decide.Entries.helpIsPossible;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.noSuspicion;
import static nl.meldspoor.cases.decide.Entries.signal;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.YesNo;

public class AssessmentRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory opened = given(meldcode());
        CaseStory withSignal = given(meldcode(), signal());
        CaseStory withDisclosure = given(meldcode(), disclosure());
        return List.of(
                refused("ASM-1 nothing to weigh", opened, acutelyUnsafe(), "ASM-1"),
                recorded("ASM-1 one signal, no consultation yet", withSignal, acutelyUnsafe()),
                refused(
                        "ASM-2 suspicion, safe, and no word about help",
                        withSignal,
                        assessment(Answer.YES, Answer.NO, Answer.NO),
                        "ASM-2"),
                refused("ASM-2 whether help is accepted", withSignal, helpIsPossible().but("helpAccepted", null), "ASM-2"),
                refused("ASM-2 whether it leads to safety", withSignal, helpIsPossible().but("helpLeadsToSafety", null), "ASM-2"),
                recorded(
                        "ASM-2 one no is enough to report",
                        withSignal,
                        assessment(Answer.YES, Answer.NO, Answer.NO).but("helpAccepted", YesNo.NO)),
                recorded("ASM-2 more answers than needed", withSignal, helpIsPossible().but("acuteUnsafety", Answer.YES)),
                refused("ASM-2 no suspicion, but unsafe", withSignal, noSuspicion().but("acuteUnsafety", Answer.YES), "ASM-2"),
                refused(
                        "ASM-2 no suspicion, but doubt about safety",
                        withSignal,
                        noSuspicion().but("structuralUnsafety", Answer.DOUBT),
                        "ASM-2"),
                refused(
                        "ASM-2 the contradiction also after a disclosure",
                        withDisclosure,
                        noSuspicion().but("acuteUnsafety", Answer.YES),
                        "ASM-2"),
                recorded(
                        "ASM-2 a disclosure needs no answers about help",
                        withDisclosure,
                        assessment(Answer.YES, Answer.NO, Answer.NO)),
                refused("ASM-3 discussed, no reaction", withSignal, acutelyUnsafe().but("clientReaction", null), "ASM-3"),
                recorded(
                        "ASM-3 not discussed",
                        withSignal,
                        acutelyUnsafe().but("discussedWithClient", false).but("clientReaction", null)));
    }
}
