package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.conversation;
import static nl.meldspoor.cases.decide.Entries.hearing;
import static nl.meldspoor.cases.decide.Entries.hearingWaiver;
import static nl.meldspoor.cases.decide.Entries.internalReport;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static nl.meldspoor.cases.decide.Entries.waiver;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Draft;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.Person;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;

public class JudgementRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory opened = given(careRelation());
        CaseStory reported = given(careRelation(), internalReport(AccusedKind.STAFF));
        Draft client = conversation(ConversationParty.CLIENT, YesNoPartly.NO);
        Draft violence = judgement(Qualification.VIOLENCE_IN_CARE_RELATION);
        CaseStory bothHeard = reported.and(client, hearing());
        return List.of(
                recorded("HEA-1 two interviewers", opened, hearing()),
                refused(
                        "HEA-1 one interviewer",
                        opened,
                        hearing().but("interviewers", List.of(new Person("N. Naam", "manager"))),
                        "HEA-1"),
                refused("HEA-1 no support person offered", opened, hearing().but("supportPersonOffered", false), "HEA-1"),
                recorded("JUD-1 both sides heard", bothHeard, violence),
                refused("JUD-1 nobody heard", reported, violence, "JUD-1"),
                refused("JUD-1 only the client", reported.and(client), violence, "JUD-1"),
                refused("JUD-1 only the accused", reported.and(hearing()), violence, "JUD-1"),
                refused(
                        "JUD-1 the caregiver is not the client",
                        reported.and(hearing(), conversation(ConversationParty.INFORMAL_CAREGIVER, YesNoPartly.NO)),
                        violence,
                        "JUD-1"),
                recorded(
                        "JUD-1 the representative, and the accused refuses",
                        reported.and(
                                conversation(ConversationParty.REPRESENTATIVE, YesNoPartly.NO),
                                hearingWaiver(HearingWaiverGround.REFUSED)),
                        violence),
                recorded(
                        "JUD-1 the conversation waived",
                        reported.and(waiver(Waivable.CONVERSATION, WaiverGround.CLIENT_UNABLE), hearing()),
                        violence),
                refused("JUD-1 heard only after it", bothHeard, violence.at("2026-03-03T18:00"), "JUD-1"),
                refused("JUD-1 clearing somebody hears him too", reported.and(client), judgement(Qualification.UNFOUNDED), "JUD-1"),
                refused("JUD-1 crossing a boundary likewise", reported, judgement(Qualification.BOUNDARY_CROSSING), "JUD-1"),
                recorded("JUD-1 a calamity waits for nobody", reported, judgement(Qualification.CALAMITY)),
                recorded("JUD-1 an incident waits for nobody", reported, judgement(Qualification.INCIDENT)),
                recorded(
                        "JUD-1 nobody is accused",
                        given(careRelation(), internalReport(AccusedKind.NONE), client),
                        judgement(Qualification.UNFOUNDED)),
                refused(
                        "JUD-2 between clients, police unknown",
                        bothHeard,
                        violence.but("betweenClients", true).but("treatmentNeeded", false),
                        "JUD-2"),
                recorded(
                        "JUD-2 between clients, both known",
                        bothHeard,
                        violence.but("betweenClients", true).but("treatmentNeeded", false).but("policeIntervened", false)),
                refused(
                        "JUD-1 and JUD-2 together",
                        reported,
                        violence.but("betweenClients", true),
                        "JUD-1",
                        "JUD-2"));
    }
}
