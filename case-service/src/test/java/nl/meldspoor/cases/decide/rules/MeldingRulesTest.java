package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acknowledgement;
import static nl.meldspoor.cases.decide.Entries.feedback;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.waiver;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Draft;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.AnonymityGround;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.MeldingWaiver;
import nl.meldspoor.events.Person;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;

public class MeldingRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory opened = given(meldcode());
        Draft silent = melding().but("discussedWithClient", false);
        Draft announcementWaived = waiver(Waivable.MELDING_ANNOUNCEMENT, WaiverGround.SAFETY);
        CaseStory waivedThenReported = given(meldcode(), announcementWaived, silent);
        return List.of(
                recorded("MEL-1 discussed", opened, melding()),
                refused("MEL-1 not discussed, not waived", opened, silent, "MEL-1"),
                recorded(
                        "MEL-1 its own waiver",
                        opened,
                        silent.but("waiver", new MeldingWaiver(WaiverGround.SAFETY, "gevaar"))),
                recorded("MEL-1 waived before", given(meldcode(), announcementWaived), silent),
                refused(
                        "MEL-1 a waived conversation is another thing",
                        given(meldcode(), waiver(Waivable.CONVERSATION, WaiverGround.SAFETY)),
                        silent,
                        "MEL-1"),
                refused("MEL-1 waived for the melding before", waivedThenReported, silent.at("2026-03-08"), "MEL-1"),
                recorded(
                        "MEL-1 waived again",
                        waivedThenReported.and(announcementWaived.at("2026-03-07")),
                        silent.at("2026-03-08")),
                refused(
                        "MEL-1 waived only after it was made",
                        given(meldcode(), announcementWaived.at("2026-03-07")),
                        silent,
                        "MEL-1"),
                refused("MEL-2 anonymous without ground", opened, silentOn(silent, null), "MEL-2"),
                recorded("MEL-2 anonymous with ground", opened, silentOn(silent, AnonymityGround.DANGER_VICTIM)),
                refused(
                        "MEL-2 anonymous and discussed",
                        opened,
                        melding().but("anonymousTowardsClient", true).but("anonymityGround", AnonymityGround.DANGER_VICTIM),
                        "MEL-2"),
                refused("MEL-3 acknowledged, but never made", opened, acknowledgement(idOfEntry(9)), "MEL-3"),
                refused("MEL-3 feedback likewise", opened, feedback(idOfEntry(9), FeedbackKind.TAKEN_UP), "MEL-3"),
                recorded("MEL-3 acknowledged", given(meldcode(), melding()), acknowledgement(idOfEntry(2))),
                refused("MEL-4 phoned, to nobody", opened, melding().but("channel", MeldingChannel.PHONE), "MEL-4"),
                recorded(
                        "MEL-4 phoned, to somebody",
                        opened,
                        melding().but("channel", MeldingChannel.PHONE).but("receivedBy", new Person("N. Naam", "medewerker"))));
    }

    private static Draft silentOn(Draft silent, AnonymityGround ground) {
        return silent.but("waiver", new MeldingWaiver(WaiverGround.SAFETY, "gevaar"))
                .but("anonymousTowardsClient", true)
                .but("anonymityGround", ground);
    }
}
