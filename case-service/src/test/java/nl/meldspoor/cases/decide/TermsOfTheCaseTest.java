package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.internalReport;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.IGJAuthority;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.history.Deadline;
import nl.meldspoor.terms.Application;
import nl.meldspoor.terms.TermState;
import org.junit.jupiter.api.Test;

class TermsOfTheCaseTest {

    private static Draft discovered(String when) {
        return internalReport(AccusedKind.STAFF).but("discoveredAt", Draft.moment(when)).at("2026-03-25");
    }

    @Test
    void determiningRunsSixWeeksFromDiscovery() {
        // when
        CaseStory reported = given(careRelation(), discovered("2026-02-17"));

        // then
        Deadline determine = reported.deadlines("2026-03-30").getFirst();
        assertThat(determine.kind()).isEqualTo("IGJ-DETERMINE");
        assertThat(determine.obligation()).isEqualTo("OB-INVESTIGATE");
        assertThat(determine.term().dueOn()).isEqualTo("2026-03-31");
        assertThat(determine.state()).isEqualTo(TermState.OPEN);
        assertThat(determine.explained().dueOn()).isEqualTo("2026-03-31");
        assertThat(reported.obligation("OB-INVESTIGATE").dueOn()).isEqualTo("2026-03-31");
    }

    @Test
    void aReportOfAnEarlierDiscoveryMovesTheTermForward() {
        // given
        CaseStory reported = given(careRelation(), discovered("2026-02-20"));

        // when
        CaseStory again = reported.and(discovered("2026-02-17"));

        // then
        assertThat(((InternalReportMade) again.newest()).terms()).hasSize(1);
        assertThat(again.deadlines("2026-03-30")).extracting(d -> d.term().dueOn()).containsExactly(LocalDate.parse("2026-03-31"));
    }

    @Test
    void aReportOfALaterDiscoveryLeavesTheTermAsItIs() {
        // given
        CaseStory reported = given(careRelation(), discovered("2026-02-17"));

        // when
        CaseStory again = reported.and(discovered("2026-02-20"));

        // then
        assertThat(((InternalReportMade) again.newest()).terms()).isNull();
        assertThat(again.deadlines("2026-03-30")).extracting(d -> d.term().dueOn()).containsExactly(LocalDate.parse("2026-03-31"));
    }

    @Test
    void aDayBeginsInAmsterdam() {
        // when
        CaseStory reported = given(careRelation(), discovered("2026-02-17T00:30"));

        // then
        assertThat(reported.deadlines("2026-03-30").getFirst().term().startedOn()).isEqualTo("2026-02-17");
    }

    @Test
    void aJudgementOnTheLastDayIsInTimeAndADayLaterStaysMissed() {
        // given
        CaseStory reported = given(careRelation(), discovered("2026-02-17"));

        // when
        Deadline inTime = reported.and(judgement(Qualification.INCIDENT).at("2026-03-31T23:30"))
                .deadlines("2026-04-20")
                .getFirst();
        Deadline late = reported.and(judgement(Qualification.INCIDENT).at("2026-04-01"))
                .deadlines("2026-04-20")
                .getFirst();

        // then
        assertThat(inTime.state()).isEqualTo(TermState.MET);
        assertThat(inTime.metOn()).isEqualTo("2026-03-31");
        assertThat(late.state()).isEqualTo(TermState.MISSED);
        assertThat(late.metOn()).isEqualTo("2026-04-01");
        assertThat(reported.deadlines("2026-04-01").getFirst().state()).isEqualTo(TermState.MISSED);
        assertThat(reported.deadlines("2026-03-31").getFirst().state()).isEqualTo(TermState.OPEN);
    }

    @Test
    void reportingRunsThreeWorkingDaysFromTheReportableJudgementPerKind() {
        // given
        CaseStory judged = given(
                careRelation(),
                judgement(Qualification.CALAMITY).at("2026-03-06"),
                judgement(Qualification.CALAMITY).at("2026-03-09"));

        // when
        CaseStory filed = judged.and(igjReport(IGJCategory.CALAMITY).at("2026-03-11T17:00"));

        // then
        assertThat(filed.deadlines("2026-04-20")).hasSize(1).allSatisfy(d -> {
            assertThat(d.kind()).isEqualTo("IGJ-REPORT");
            assertThat(d.obligation()).isEqualTo("OB-IGJ-CALAMITY");
            assertThat(d.term().startedOn()).isEqualTo("2026-03-06");
            assertThat(d.term().dueOn()).isEqualTo("2026-03-11");
            assertThat(d.state()).isEqualTo(TermState.MET);
            assertThat(d.application()).isEqualTo(Application.DIRECT);
        });
    }

    @Test
    void inAWmoCaseThePolicyHoldsByAnalogyAndSaysSo() {
        // given
        CaseStory judged = given(
                careRelation().but("legalFramework", LegalFramework.WMO), judgement(Qualification.CALAMITY).at("2026-03-06"));

        // when
        CaseStory filed = judged.and(igjReport(IGJCategory.CALAMITY)
                .but("authority", IGJAuthority.WMO_SUPERVISOR)
                .at("2026-03-09"));

        // then
        Deadline deadline = filed.deadlines("2026-03-09").getFirst();
        assertThat(deadline.application()).isEqualTo(Application.BY_ANALOGY);
        assertThat(deadline.explained().basis().nl()).contains("naar analogie");
    }

    @Test
    void aReportInDoubtBeforeTheJudgementMeetsTheTermThatFollows() {
        // given
        CaseStory inDoubt = given(careRelation(), igjReport(IGJCategory.CALAMITY).at("2026-03-03"));

        // when
        CaseStory judged = inDoubt.and(judgement(Qualification.CALAMITY).at("2026-03-06"));

        // then
        assertThat(judged.deadlines("2026-04-20").getFirst().state()).isEqualTo(TermState.MET);
        judged.thenMet("OB-IGJ-CALAMITY").thenOpen();
    }

    @Test
    void meldcodeCasesHaveNoTermsOfTheInspectorate() {
        assertThat(given(meldcode()).deadlines("2026-03-30")).isEmpty();
    }
}
