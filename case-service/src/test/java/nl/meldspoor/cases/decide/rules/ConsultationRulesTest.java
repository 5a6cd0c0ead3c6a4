package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.adviceOfVeiligThuis;
import static nl.meldspoor.cases.decide.Entries.consultation;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.Consent;
import nl.meldspoor.events.ConsultedParty;

public class ConsultationRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory opened = given(meldcode());
        return List.of(
                recorded("CON-1 with advice", opened, adviceOfVeiligThuis()),
                refused("CON-1 without advice", opened, adviceOfVeiligThuis().but("advice", null), "CON-1"),
                recorded("CON-1 a colleague need not advise", opened, consultation(ConsultedParty.COLLEAGUE)),
                refused("CON-2 another organisation, by name", opened, consultation(ConsultedParty.OTHER_ORGANISATION), "CON-2"),
                refused("CON-2 an injury expert, by name", opened, consultation(ConsultedParty.INJURY_EXPERT), "CON-2"),
                recorded(
                        "CON-2 another organisation, without the name",
                        opened,
                        consultation(ConsultedParty.OTHER_ORGANISATION).but("anonymous", true)),
                recorded(
                        "CON-2 with consent",
                        opened,
                        consultation(ConsultedParty.OTHER_ORGANISATION).but("consent", Consent.GIVEN)),
                refused(
                        "CON-2 not asked, and not said why",
                        opened,
                        consultation(ConsultedParty.OTHER_ORGANISATION).but("consent", Consent.NOT_ASKED),
                        "CON-2"),
                recorded(
                        "CON-2 refused, and said why all the same",
                        opened,
                        consultation(ConsultedParty.OTHER_ORGANISATION)
                                .but("consent", Consent.REFUSED)
                                .but("consentMotivation", "gevaar")));
    }
}
