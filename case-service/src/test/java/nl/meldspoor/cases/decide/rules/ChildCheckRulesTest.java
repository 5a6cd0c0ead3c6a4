package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.childCheck;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;

public class ChildCheckRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory opened = given(meldcode());
        return List.of(
                recorded("CHK-1 no dependent children", opened, childCheck()),
                refused("CHK-1 children without ages", opened, childCheck().but("dependentChildren", true), "CHK-1"),
                refused(
                        "CHK-1 no ages in the list",
                        opened,
                        childCheck().but("dependentChildren", true).but("childrenAges", List.of()),
                        "CHK-1"),
                recorded(
                        "CHK-1 children with their ages",
                        opened,
                        childCheck().but("dependentChildren", true).but("childrenAges", List.of(3, 7))));
    }
}
