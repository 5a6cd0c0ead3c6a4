package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.addressing;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.conversation;
import static nl.meldspoor.cases.decide.Entries.crimeCheck;
import static nl.meldspoor.cases.decide.Entries.hearing;
import static nl.meldspoor.cases.decide.Entries.hearingWaiver;
import static nl.meldspoor.cases.decide.Entries.internalReport;
import static nl.meldspoor.cases.decide.Entries.investigation;
import static nl.meldspoor.cases.decide.Entries.policeContact;
import static nl.meldspoor.cases.decide.Entries.waiver;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.Sector;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;

public class PoliceRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory opened = given(careRelation());
        CaseStory suspected = opened.and(crimeCheck(Answer.YES));
        CaseStory cleared = suspected.and(policeContact()
                .but("clearsHearing", true)
                .but("clearsInvestigation", true)
                .but("clearsClientConversation", true));
        CaseStory withdrawn = suspected.and(policeContact().but("suspicionWithdrawn", true));
        CaseStory died = given(careRelation(), internalReport(AccusedKind.NONE).but("clientDied", true));
        var withClient = conversation(ConversationParty.CLIENT, YesNoPartly.NO);
        return List.of(
                recorded("POL-1 no suspicion", opened.and(crimeCheck(Answer.NO)), hearing()),
                refused("POL-1 a suspicion stands", suspected, hearing(), "POL-1"),
                refused("POL-1 doubt is a suspicion", opened.and(crimeCheck(Answer.DOUBT)), hearing(), "POL-1"),
                refused("POL-1 contact that clears nothing", suspected.and(policeContact()), hearing(), "POL-1"),
                recorded("POL-1 cleared", cleared, hearing()),
                recorded("POL-1 withdrawn", withdrawn, hearing()),
                recorded("POL-1 heard before the suspicion, recorded after it", suspected, hearing().at("2026-03-01T09:00")),
                refused("POL-1 heard before the police cleared it", cleared, hearing().at("2026-03-02T14:30"), "POL-1"),
                refused(
                        "POL-1 suspected again",
                        cleared.and(crimeCheck(Answer.YES).at("2026-03-03")),
                        hearing(),
                        "POL-1"),
                refused("POL-2 a suspicion stands", suspected, investigation(), "POL-2"),
                recorded("POL-2 cleared", cleared, investigation()),
                refused("POL-3 a suspicion stands", suspected, addressing(), "POL-3"),
                recorded("POL-3 withdrawn", withdrawn, addressing()),
                refused("POL-4 a suspicion stands", suspected, withClient, "POL-4"),
                recorded("POL-4 cleared", cleared, withClient),
                recorded(
                        "POL-4 is about the client only",
                        suspected,
                        conversation(ConversationParty.REPRESENTATIVE, YesNoPartly.NO)),
                refused(
                        "POL-5 a suspicion without the police",
                        suspected,
                        hearingWaiver(HearingWaiverGround.POLICE_TAKES_OVER),
                        "POL-5"),
                recorded(
                        "POL-5 the police were contacted",
                        suspected.and(policeContact()),
                        hearingWaiver(HearingWaiverGround.POLICE_TAKES_OVER)),
                recorded(
                        "CNV-1 police first while the suspicion stands",
                        suspected,
                        waiver(Waivable.CONVERSATION, WaiverGround.POLICE_FIRST)),
                refused(
                        "CNV-1 police first without a suspicion",
                        opened,
                        waiver(Waivable.CONVERSATION, WaiverGround.POLICE_FIRST),
                        "CNV-1"),
                refused("INV-1 the client died", died, investigation(), "INV-1"),
                recorded("INV-1 with an external chair", died, investigation().but("externalChair", true)),
                recorded(
                        "INV-1 in mental health care",
                        given(
                                careRelation().but("sector", Sector.MENTAL_HEALTH),
                                internalReport(AccusedKind.NONE).but("clientDied", true)),
                        investigation()));
    }
}
