package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acknowledgement;
import static nl.meldspoor.cases.decide.Entries.acutelyUnsafe;
import static nl.meldspoor.cases.decide.Entries.assessment;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.childCheck;
import static nl.meldspoor.cases.decide.Entries.closure;
import static nl.meldspoor.cases.decide.Entries.consultation;
import static nl.meldspoor.cases.decide.Entries.crimeCheck;
import static nl.meldspoor.cases.decide.Entries.safetyPlan;
import static nl.meldspoor.cases.decide.Entries.conversation;
import static nl.meldspoor.cases.decide.Entries.decisions;
import static nl.meldspoor.cases.decide.Entries.disclosure;
import static nl.meldspoor.cases.decide.Entries.feedback;
import static nl.meldspoor.cases.decide.Entries.hearing;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.internalReport;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.noSuspicion;
import static nl.meldspoor.cases.decide.Entries.safetyMeasure;
import static nl.meldspoor.cases.decide.Entries.signal;
import static nl.meldspoor.cases.decide.Entries.waiver;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.SafetyMeasureKind;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;
import org.junit.jupiter.api.Test;

public class ClosingRulesTest extends RuleExamples {

    private static CaseStory conversationRemovedTheConcerns() {
        return given(
                meldcode(),
                signal(),
                consultation(ConsultedParty.COLLEAGUE),
                conversation(ConversationParty.CLIENT, YesNoPartly.YES),
                childCheck());
    }

    private static CaseStory reported() {
        return given(
                meldcode(),
                signal(),
                consultation(ConsultedParty.COLLEAGUE),
                conversation(ConversationParty.CLIENT, YesNoPartly.NO),
                acutelyUnsafe(),
                decisions(true, false),
                melding(),
                childCheck(),
                safetyPlan());
    }

    private static CaseStory judged(Qualification qualification) {
        return given(
                careRelation(),
                signal(),
                internalReport(AccusedKind.STAFF),
                safetyMeasure(SafetyMeasureKind.SUPERVISION),
                conversation(ConversationParty.CLIENT, YesNoPartly.NO),
                hearing(),
                judgement(qualification),
                crimeCheck(Answer.NO));
    }

    @Override
    public List<Example> examples() {
        CaseStory removed = conversationRemovedTheConcerns();
        CaseStory closed = removed.and(closure(ClosureGround.SUSPICION_REMOVED));
        CaseStory closedAfterMelding = reported().and(closure(ClosureGround.REPORTED));
        CaseStory disclosed = given(meldcode(), disclosure());
        return List.of(
                refused("GEN-1 a signal on a closed case", closed, signal(), "GEN-1"),
                refused("GEN-1 closing twice", closed, closure(ClosureGround.SUSPICION_REMOVED), "GEN-1"),
                recorded("GEN-1 an acknowledgement still comes", closedAfterMelding, acknowledgement(idOfEntry(7))),
                recorded("GEN-1 feedback still comes", closedAfterMelding, feedback(idOfEntry(7), FeedbackKind.CONCLUDED)),
                refused("GEN-2 a melding on CARE_RELATION", given(careRelation()), melding(), "GEN-2"),
                refused("GEN-2 a hearing on MELDCODE", given(meldcode()), hearing(), "GEN-2"),
                refused("CLO-1 nobody was consulted", given(meldcode(), signal()), closure(ClosureGround.NO_SUSPICION), "CLO-1", "CLO-2"),
                recorded("CLO-1 opened by mistake", given(meldcode(), signal()), closure(ClosureGround.OPENED_BY_MISTAKE)),
                refused("CLO-1 left, but there is a duty to report", disclosed, closure(ClosureGround.CLIENT_LEFT), "CLO-1"),
                recorded("CLO-1 deceased ends the duty to report", disclosed, closure(ClosureGround.CLIENT_DECEASED)),
                recorded(
                        "CLO-1 deceased by the record, other ground",
                        disclosed.and(waiver(Waivable.CONVERSATION, WaiverGround.CLIENT_DECEASED)),
                        closure(ClosureGround.OTHER_ROUTE)),
                refused(
                        "CLO-1 deceased does not end the duty towards the inspectorate",
                        given(careRelation(), judgement(Qualification.CALAMITY)),
                        closure(ClosureGround.CLIENT_DECEASED),
                        "CLO-1"),
                refused("CLO-2 not reported", removed, closure(ClosureGround.REPORTED), "CLO-2"),
                recorded("CLO-2 reported", reported(), closure(ClosureGround.REPORTED)),
                recorded(
                        "CLO-2 reported to the inspectorate",
                        judged(Qualification.CALAMITY).and(igjReport(IGJCategory.CALAMITY)),
                        closure(ClosureGround.REPORTED)),
                refused("CLO-2 help was never evaluated", removed, closure(ClosureGround.HELP_SUCCEEDED), "CLO-2"),
                recorded("CLO-2 suspicion removed", removed, closure(ClosureGround.SUSPICION_REMOVED)),
                refused(
                        "CLO-2 removed, but confirmed since",
                        removed.and(signal().at("2026-03-08")),
                        closure(ClosureGround.SUSPICION_REMOVED),
                        "CLO-2"),
                recorded(
                        "CLO-2 removed, confirmed by an older signal recorded later",
                        removed.and(signal().at("2026-02-20")),
                        closure(ClosureGround.SUSPICION_REMOVED)),
                refused("CLO-2 never weighed", removed, closure(ClosureGround.NO_SUSPICION), "CLO-2"),
                recorded("CLO-2 weighed: no suspicion", removed.and(noSuspicion()), closure(ClosureGround.NO_SUSPICION)),
                refused(
                        "CLO-2 weighed again: suspicion",
                        reported().and(
                                noSuspicion().at("2026-03-08"),
                                assessment(Answer.YES, Answer.YES, Answer.NO).at("2026-03-09T09:00"),
                                decisions(true, false).at("2026-03-09T10:00"),
                                melding().at("2026-03-09T11:00")),
                        closure(ClosureGround.NO_SUSPICION),
                        "CLO-2"),
                recorded("CLO-2 unfounded", judged(Qualification.UNFOUNDED), closure(ClosureGround.UNFOUNDED)),
                refused("CLO-2 not unfounded", judged(Qualification.INCIDENT), closure(ClosureGround.UNFOUNDED), "CLO-2"),
                recorded("CLO-2 handled", judged(Qualification.INCIDENT), closure(ClosureGround.HANDLED)),
                refused("CLO-2 nothing to be handled on MELDCODE", removed, closure(ClosureGround.HANDLED), "CLO-2"),
                recorded(
                        "CLO-2 the concern was gone before an internal report",
                        given(
                                careRelation(),
                                signal(),
                                consultation(ConsultedParty.SUPERVISOR).but("concernsRemoved", true)),
                        closure(ClosureGround.SUSPICION_REMOVED)));
    }

    @Test
    void aClosingRefusedNamesTheDutiesThatHoldIt() {
        // given
        CaseStory disclosed = given(meldcode(), disclosure());

        // when
        CaseStory.Asked asked = disclosed.when(closure(ClosureGround.REPORTED));

        // then
        asked.thenRefusedAsOpen("OB-CONSULT", "OB-CHILDCHECK", "OB-REPORT");
    }
}
