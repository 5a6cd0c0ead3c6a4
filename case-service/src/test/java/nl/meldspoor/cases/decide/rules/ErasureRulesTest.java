package nl.meldspoor.cases.decide.rules;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.closure;
import static nl.meldspoor.cases.decide.Entries.conversation;
import static nl.meldspoor.cases.decide.Entries.correction;
import static nl.meldspoor.cases.decide.Entries.disclosure;
import static nl.meldspoor.cases.decide.Entries.erasure;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.internalReport;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static nl.meldspoor.cases.decide.Entries.legalHold;
import static nl.meldspoor.cases.decide.Entries.legalHoldLifted;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.personErasure;
import static nl.meldspoor.cases.decide.Entries.reopening;
import static nl.meldspoor.cases.decide.Entries.signal;
import static nl.meldspoor.cases.decide.Example.recorded;
import static nl.meldspoor.cases.decide.Example.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Example;
import nl.meldspoor.cases.decide.RuleExamples;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.CaseErased;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.ErasablePerson;
import nl.meldspoor.events.ErasureGround;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.history.CaseReach;
import org.junit.jupiter.api.Test;

public class ErasureRulesTest extends RuleExamples {

    @Override
    public List<Example> examples() {
        CaseStory meldcode = given(meldcode(), signal());
        CaseStory closed = given(careRelation()).and(closure(ClosureGround.OPENED_BY_MISTAKE));
        CaseStory held = meldcode.and(legalHold());
        CaseStory erased = meldcode.and(erasure("op verzoek", 20));
        CaseStory unfounded = given(
                careRelation(),
                internalReport(AccusedKind.NONE),
                conversation(ConversationParty.CLIENT, YesNoPartly.NO),
                judgement(Qualification.UNFOUNDED));
        return List.of(
                recorded("ERA-3 earlier, for a reason", meldcode, erasure("op verzoek", 20)),
                refused("ERA-3 earlier, for none", meldcode, erasure(null, 20), "ERA-3"),
                recorded("ERA-3 the term of a closed case is over", closed, erasure(null, 0)),
                refused("ERA-3 the term of a closed case is not over", closed, erasure(null, 5), "ERA-3"),
                refused("ERA-3 the term of an open case about personnel has not begun", given(careRelation()), erasure(null, 0), "ERA-3"),
                refused("ERA-1 a signal after the erasure", erased, signal(), "ERA-1"),
                refused("ERA-1 a second erasure", erased, erasure("nog eens", 20), "ERA-1"),
                refused("ERA-1 reopening what was erased", erased, reopening(), "ERA-1"),
                refused("ERA-2 erasing under a hold", held, erasure("op verzoek", 20), "ERA-2"),
                recorded("ERA-2 a hold does not stop the work", held, signal()),
                recorded("ERA-2 the hold was lifted", held.and(legalHoldLifted(idOfEntry(3))), erasure("op verzoek", 20)),
                refused("ERA-2 one of two holds was lifted", held.and(legalHold(), legalHoldLifted(idOfEntry(3))), erasure("op verzoek", 20), "ERA-2"),
                refused("ERA-2 the accused under a hold", unfounded.and(legalHold()), personErasure(ErasablePerson.ACCUSED), "ERA-2"),
                refused("GEN-3 lifting a hold that was not imposed", meldcode, legalHoldLifted(idOfEntry(9)), "GEN-3"),
                refused("GEN-3 lifting a hold twice", held.and(legalHoldLifted(idOfEntry(3))), legalHoldLifted(idOfEntry(3)), "GEN-3"),
                refused("ERA-4 a disclosure that nobody reported", given(meldcode(), disclosure()), erasure("op verzoek", 20), "ERA-4"),
                refused("ERA-4 a calamity that was not reported", given(careRelation(), judgement(Qualification.CALAMITY)), erasure("op verzoek", 5), "ERA-4"),
                refused("ERA-5 an accused who was not judged", given(careRelation()), personErasure(ErasablePerson.ACCUSED), "ERA-5"),
                refused("ERA-5 an accused who did it", given(careRelation(), judgement(Qualification.INCIDENT)), personErasure(ErasablePerson.ACCUSED), "ERA-5"),
                recorded("ERA-5 an accused who was accused wrongly", unfounded, personErasure(ErasablePerson.ACCUSED)),
                recorded("ERA-5 a reporter, whatever the judgement", given(careRelation()), personErasure(ErasablePerson.REPORTER)),
                refused("COR-1 an erasure is not corrected", unfounded.and(personErasure(ErasablePerson.ACCUSED)), correction(5, null), "COR-1"),
                recorded("GEN-1 a hold on a closed case", closed, legalHold()));
    }

    @Test
    void theErasureSaysOnWhichGroundItWasMade() {
        var early = (CaseErased) given(meldcode()).and(erasure("op verzoek", 20)).newest();
        var inTime = (CaseErased) given(careRelation()).and(closure(ClosureGround.OPENED_BY_MISTAKE), erasure(null, 0)).newest();

        assertThat(early.ground()).isEqualTo(ErasureGround.REASON_GIVEN);
        assertThat(early.retentionYears()).isEqualTo(20);
        assertThat(early.retentionEndedOn()).isEqualTo("2046-11-20");
        assertThat(inTime.ground()).isEqualTo(ErasureGround.RETENTION_ENDED);
    }

    @Test
    void anErasedCaseOwesNobodyAnythingAndCountsAsClosed() {
        // when
        CaseStory erased = given(meldcode(), signal()).and(erasure("op verzoek", 20));

        // then
        erased.thenOpenInAll();
        assertThat(erased.deadlines("2026-12-01")).allSatisfy(deadline -> assertThat(deadline.metOn()).isNotNull());
        assertThat(CaseReach.of(erased.history()).status()).isEqualTo(CaseReach.CaseStatus.CLOSED);
        assertThat(erased.guidance().allowed()).isEmpty();
    }
}
