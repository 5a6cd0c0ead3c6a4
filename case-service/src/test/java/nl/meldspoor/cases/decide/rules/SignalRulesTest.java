package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.disclosure;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.signal;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.SignalSource;

public class SignalRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory opened = given(meldcode());
        return List.of(
                recorded("SIG-1 what I saw myself", opened, signal()),
                recorded("SIG-1 what the client says", opened, signal().but("source", SignalSource.CLIENT)),
                refused("SIG-1 a neighbour, not described", opened, signal().but("source", SignalSource.NEIGHBOUR), "SIG-1"),
                refused("SIG-1 a volunteer, not described", opened, signal().but("source", SignalSource.VOLUNTEER), "SIG-1"),
                recorded(
                        "SIG-1 a neighbour, described",
                        opened,
                        signal().but("source", SignalSource.NEIGHBOUR).but("sourceDetails", "de buurvrouw van nummer 12")),
                recorded("SIG-2 the victim told it to me", opened, disclosure()),
                recorded("SIG-2 I heard the victim say it", opened, disclosure().but("perception", Perception.HEARD)),
                recorded(
                        "SIG-2 it came from the client",
                        opened,
                        disclosure().but("source", SignalSource.CLIENT).but("perception", Perception.SEEN)),
                refused("SIG-2 I saw it", opened, disclosure().but("perception", Perception.SEEN), "SIG-2"),
                refused("SIG-2 it contradicts", opened, disclosure().but("direction", Direction.CONTRADICTS), "SIG-2"),
                refused(
                        "SIG-1 and SIG-2 together, in the order of the catalogue",
                        opened,
                        disclosure().but("source", SignalSource.RELATIVE),
                        "SIG-1",
                        "SIG-2"));
    }
}
