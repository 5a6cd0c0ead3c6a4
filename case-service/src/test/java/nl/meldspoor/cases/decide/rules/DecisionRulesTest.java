package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acutelyUnsafe;
import static nl.meldspoor.cases.decide.Entries.adviceOfVeiligThuis;
import static nl.meldspoor.cases.decide.Entries.decisions;
import static nl.meldspoor.cases.decide.Entries.helpIsPossible;
import static nl.meldspoor.cases.decide.Entries.inDoubt;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.noSuspicion;
import static nl.meldspoor.cases.decide.Entries.signal;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;

public class DecisionRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory withSignal = given(meldcode(), signal());
        CaseStory unsafe = given(meldcode(), signal(), acutelyUnsafe());
        CaseStory help = given(meldcode(), signal(), helpIsPossible());
        CaseStory doubt = given(meldcode(), signal(), inDoubt());
        return List.of(
                refused("DEC-1 the weighing says report", unsafe, decisions(false, true), "DEC-1"),
                recorded("DEC-1 report, and help too", unsafe, decisions(true, true)),
                recorded(
                        "DEC-1 a later weighing takes its place",
                        given(meldcode(), signal(), acutelyUnsafe(), noSuspicion().at("2026-03-04T18:00")),
                        decisions(false, false)),
                recorded(
                        "DEC-1 what counts is when they were weighed, not when recorded",
                        given(meldcode(), signal(), noSuspicion().at("2026-03-04T18:00"), acutelyUnsafe()),
                        decisions(false, false)),
                refused(
                        "DEC-1 decided before the weighing said so: then there was no weighing yet",
                        unsafe,
                        decisions(false, false).at("2026-03-03"),
                        "DEC-4"),
                refused("DEC-2 help is needed and nothing is done", help, decisions(false, false), "DEC-2"),
                recorded("DEC-2 report instead", help, decisions(true, false)),
                refused("DEC-3 help without a date", help, decisions(false, true).but("evaluateOn", null), "DEC-3"),
                refused("DEC-4 no weighing", withSignal, decisions(false, false), "DEC-4"),
                recorded("DEC-4 deciding to report needs none", withSignal, decisions(true, false)),
                refused("DEC-4 doubt, no advice", doubt, decisions(false, false), "DEC-4"),
                refused(
                        "DEC-4 doubt, advice from before it",
                        given(meldcode(), signal(), adviceOfVeiligThuis().at("2026-03-03"), inDoubt()),
                        decisions(false, false),
                        "DEC-4"),
                recorded(
                        "DEC-4 doubt, advice since",
                        given(meldcode(), signal(), inDoubt(), adviceOfVeiligThuis().at("2026-03-04T15:00")),
                        decisions(false, false)),
                refused(
                        "DEC-3 and DEC-4 together",
                        withSignal,
                        decisions(false, true).but("evaluateOn", null),
                        "DEC-3",
                        "DEC-4"));
    }
}
