package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.RECORDER;
import static nl.meldspoor.cases.decide.CaseStory.SUPERVISOR;
import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.childCheck;
import static nl.meldspoor.cases.decide.Entries.closure;
import static nl.meldspoor.cases.decide.Entries.correction;
import static nl.meldspoor.cases.decide.Entries.dismissal;
import static nl.meldspoor.cases.decide.Entries.handover;
import static nl.meldspoor.cases.decide.Entries.handoverAnswer;
import static nl.meldspoor.cases.decide.Entries.helpEvaluation;
import static nl.meldspoor.cases.decide.Entries.helpPlan;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.reopening;
import static nl.meldspoor.cases.decide.Entries.sanction;
import static nl.meldspoor.cases.decide.Entries.signal;
import static nl.meldspoor.cases.decide.Entries.silenceLifted;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.HandoverAnswer;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.SanctionKind;
import nl.meldspoor.events.SignalSource;
import nl.meldspoor.events.YesNoPartly;

public class FollowUpRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory meldcode = given(meldcode(), signal());
        CaseStory closed = meldcode.and(closure(ClosureGround.OPENED_BY_MISTAKE));
        CaseStory offered = meldcode.and(handover("colleague"));
        CaseStory answered = offered.as("colleague").and(handoverAnswer(idOfEntry(3), HandoverAnswer.ACCEPTED));
        CaseStory offeredTwice = offered.as("colleague")
                .and(handoverAnswer(idOfEntry(3), HandoverAnswer.REFUSED))
                .as(RECORDER)
                .and(handover("colleague"))
                .as("colleague")
                .and(handoverAnswer(idOfEntry(5), HandoverAnswer.ACCEPTED));
        CaseStory judged = given(careRelation(), judgement(Qualification.CALAMITY));
        CaseStory dismissed = judged.and(dismissal());
        return List.of(
                refused("GEN-3 help that was not arranged", meldcode, helpEvaluation(idOfEntry(9), YesNoPartly.YES), "GEN-3"),
                refused("GEN-3 a silence that was not imposed", given(careRelation()), silenceLifted(idOfEntry(9)), "GEN-3"),
                recorded("GEN-3 help of this case", meldcode.and(helpPlan()), helpEvaluation(idOfEntry(3), YesNoPartly.YES)),
                refused("GEN-4 reopening what is open", meldcode, reopening(), "GEN-4"),
                recorded("GEN-4 reopening what is closed", closed, reopening()),
                recorded("GEN-1 a correction on a closed case", closed, correction(2, signal())),
                refused("COR-1 an entry that is not there", meldcode, correction(9, null), "COR-1"),
                refused("COR-1 another kind of entry", meldcode, correction(2, childCheck()), "COR-1"),
                refused("COR-1 taking back the opening", meldcode, correction(1, null), "COR-1"),
                refused("COR-1 the other route", meldcode, correction(1, careRelation()), "COR-1"),
                recorded("COR-1 a better opening", meldcode, correction(1, meldcode())),
                refused("COR-1 a correction of a correction", meldcode.and(correction(2, null)), correction(3, null), "COR-1"),
                refused(
                        "SIG-1 a replacement is held to the rules of its kind",
                        meldcode,
                        correction(2, signal().but("source", SignalSource.NEIGHBOUR)),
                        "SIG-1"),
                refused(
                        "HND-1 somebody else accepts",
                        offered,
                        handoverAnswer(idOfEntry(3), HandoverAnswer.ACCEPTED),
                        "HND-1"),
                recorded("HND-1 the giver withdraws", offered, handoverAnswer(idOfEntry(3), HandoverAnswer.WITHDRAWN)),
                refused(
                        "HND-2 a refusal without a reason",
                        offered.as("colleague"),
                        handoverAnswer(idOfEntry(3), HandoverAnswer.REFUSED).but("reason", null),
                        "HND-2"),
                refused(
                        "HND-3 answered already",
                        answered,
                        handoverAnswer(idOfEntry(3), HandoverAnswer.REFUSED),
                        "HND-3"),
                refused(
                        "HND-3 lapsed, since the case was reassigned",
                        offered.as(SUPERVISOR).and(handover("another")).as("colleague"),
                        handoverAnswer(idOfEntry(3), HandoverAnswer.ACCEPTED),
                        "HND-3"),
                refused("HND-4 the case of somebody else", meldcode.as("colleague"), handover("another"), "HND-4"),
                refused("HND-4 once it was handed over", answered.as(RECORDER), handover("another"), "HND-4"),
                recorded("HND-4 who handles it", answered, handover("another")),
                recorded("HND-4 who leads reassigns it", meldcode.as(SUPERVISOR), handover("another")),
                refused("HND-5 to himself", meldcode, handover("recorder"), "HND-5"),
                refused("HND-5 to who has it since", answered, handover("colleague"), "HND-5"),
                recorded("HND-5 back to who gave it", answered, handover("recorder")),
                recorded("HND-5 who leads takes the case of another", meldcode.as(SUPERVISOR), handover("supervisor")),
                recorded("HND-5 correcting the offer by which he got it", offeredTwice, correction(3, handover("colleague"))),
                refused("SAN-1 before a judgement", given(careRelation()), sanction(SanctionKind.WARNING), "SAN-1"),
                recorded("SAN-1 after a judgement", judged, sanction(SanctionKind.WARNING)),
                refused("SAN-1 sanctioned before the judgement", judged, sanction(SanctionKind.WARNING).at("2026-03-05"), "SAN-1"),
                refused("IGJ-1 no dismissal", judged, igjReport(IGJCategory.DISMISSAL), "IGJ-1"),
                recorded("IGJ-1 a dismissal", dismissed, igjReport(IGJCategory.DISMISSAL)));
    }
}
