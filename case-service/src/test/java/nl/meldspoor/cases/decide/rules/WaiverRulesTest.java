package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.hearingWaiver;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.waiver;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.MeldingWaiver;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;

public class WaiverRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory opened = given(meldcode());
        CaseStory careRelation = given(careRelation());
        return List.of(
                recorded("CNV-1 safety", opened, waiver(Waivable.MELDING_ANNOUNCEMENT, WaiverGround.SAFETY)),
                recorded("CNV-1 loss of contact", opened, waiver(Waivable.MELDING_ANNOUNCEMENT, WaiverGround.LOSS_OF_CONTACT)),
                recorded("CNV-1 unable", opened, waiver(Waivable.MELDING_ANNOUNCEMENT, WaiverGround.CLIENT_UNABLE)),
                recorded("CNV-1 unreachable", opened, waiver(Waivable.MELDING_ANNOUNCEMENT, WaiverGround.UNREACHABLE)),
                refused(
                        "CNV-1 deceased is no ground not to announce",
                        opened,
                        waiver(Waivable.MELDING_ANNOUNCEMENT, WaiverGround.CLIENT_DECEASED),
                        "CNV-1"),
                recorded(
                        "CNV-1 deceased is a ground not to talk",
                        opened,
                        waiver(Waivable.CONVERSATION, WaiverGround.CLIENT_DECEASED)),
                refused(
                        "CNV-1 the melding's own waiver likewise",
                        opened,
                        melding()
                                .but("discussedWithClient", false)
                                .but("waiver", new MeldingWaiver(WaiverGround.POLICE_FIRST, "waarom")),
                        "CNV-1"),
                refused(
                        "CNV-1 police first on MELDCODE",
                        opened,
                        waiver(Waivable.CONVERSATION, WaiverGround.POLICE_FIRST),
                        "CNV-1"),
                refused(
                        "CNV-1 police first without a crime suspicion",
                        careRelation,
                        waiver(Waivable.CONVERSATION, WaiverGround.POLICE_FIRST),
                        "CNV-1"),
                refused(
                        "POL-5 police take over without a crime suspicion",
                        careRelation,
                        hearingWaiver(HearingWaiverGround.POLICE_TAKES_OVER),
                        "POL-5"),
                recorded("POL-5 the accused refuses", careRelation, hearingWaiver(HearingWaiverGround.REFUSED)));
    }
}
