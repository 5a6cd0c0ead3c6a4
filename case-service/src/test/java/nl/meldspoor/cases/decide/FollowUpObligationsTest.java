package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.AftercareFor;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.Audience;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.Confirmation;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.ReporterKind;
import nl.meldspoor.events.SafetyMeasureKind;
import nl.meldspoor.events.SanctionKind;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.history.OpenOrMet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What follows a judgement and a melding: each duty arises, is listed with since and due date, holds the case open or not, and is met. */
class FollowUpObligationsTest {

    /** Judged an incident, with every earlier duty done: nothing else holds it open. */
    private static CaseStory judged() {
        return given(careRelation(), internalReport(AccusedKind.STAFF).but("accusedUser", "somebody"))
                .and(safetyMeasure(SafetyMeasureKind.OFF_DUTY), crimeCheck(Answer.NO))
                .and(conversation(ConversationParty.CLIENT, YesNoPartly.NO), hearing(), judgement(Qualification.INCIDENT));
    }

    private static CaseStory calamity() {
        return judged().and(judgement(Qualification.CALAMITY), confirmed(IGJCategory.CALAMITY));
    }

    private static Draft confirmed(IGJCategory category) {
        return igjReport(category).but("confirmation", new Confirmation("verzendbevestiging.pdf", "0".repeat(64)));
    }

    /**
     * @param arisen the newest entry raised it
     * @param due null where it has no date
     * @param meets what meets it
     */
    private record Row(String id, CaseStory arisen, String due, boolean blocks, List<Draft> meets) {}

    private static Row row(String id, CaseStory arisen, String due, boolean blocks, Draft... meets) {
        return new Row(id, arisen, due, blocks, List.of(meets));
    }

    @TestFactory
    Stream<DynamicTest> arisesIsListedHoldsTheCaseOrNotAndIsMet() {
        long next = judged().history().version() + 1;
        long afterCalamity = calamity().history().version() + 1;
        return Stream.of(
                        row("OB-IGJ-DISMISSAL", judged().and(dismissal()), "2026-03-11", true, confirmed(IGJCategory.DISMISSAL)),
                        row("OB-DISMISSAL-FACTS", judged().and(sanction(SanctionKind.DISMISSAL)), null, true, dismissal(), confirmed(IGJCategory.DISMISSAL)),
                        row(
                                "OB-LIFT-SILENCE",
                                judged().and(silence()),
                                "2026-03-16",
                                true,
                                silenceLifted(idOfEntry(next))),
                        row(
                                "OB-IGJ-CONFIRMATION",
                                calamity().and(igjReport(IGJCategory.CALAMITY)),
                                "2026-03-09",
                                false,
                                correction(afterCalamity, confirmed(IGJCategory.CALAMITY))),
                        row(
                                "OB-IGJ-SUPPLEMENT",
                                calamity().and(igjResponse(IGJResponseKind.SUPPLEMENT_REQUESTED)),
                                "2026-03-24",
                                true,
                                igjSupplement()),
                        row(
                                "OB-IGJ-INVESTIGATION",
                                calamity().and(igjResponse(IGJResponseKind.INVESTIGATION_REQUESTED)),
                                "2026-05-06",
                                true,
                                igjInvestigationReport()),
                        row(
                                "OB-AFTERCARE",
                                judged(),
                                null,
                                false,
                                aftercare(AftercareFor.CLIENT_AND_FAMILY),
                                aftercare(AftercareFor.UNIT).but("needed", false),
                                aftercare(AftercareFor.ACCUSED)),
                        row(
                                "OB-INFORM-OUTCOME",
                                judged(),
                                null,
                                false,
                                announcement(Audience.FAMILY),
                                announcement(Audience.REPORTER),
                                announcement(Audience.ACCUSED),
                                announcement(Audience.TEAM)),
                        row("OB-INFORM-CLIENT", judged(), null, false, announcement(Audience.CLIENT)))
                .map(row -> DynamicTest.dynamicTest(row.id(), () -> {
                    // given
                    OpenOrMet open = row.arisen().obligation(row.id());

                    // then
                    assertThat(open.isOpen()).isTrue();
                    assertThat(open.since()).isEqualTo(row.arisen().history().version());
                    assertThat(open.dueOn()).isEqualTo(row.due() == null ? null : LocalDate.parse(row.due()));
                    CaseStory.Asked closing = row.arisen().when(closure(ClosureGround.HANDLED));
                    if (row.blocks()) {
                        closing.thenRefusedAsOpen(row.id());
                    } else {
                        closing.thenRecorded();
                    }
                    // each entry it asks for is needed, the last of them meets it
                    List<Draft> allButTheLast = row.meets().subList(0, row.meets().size() - 1);
                    boolean severalMeetIt = row.id().equals("OB-AFTERCARE") || row.id().equals("OB-INFORM-OUTCOME");
                    CaseStory almost = row.arisen().and(allButTheLast.toArray(Draft[]::new));
                    assertThat(almost.obligation(row.id()).isOpen()).isEqualTo(severalMeetIt || allButTheLast.isEmpty());
                    CaseStory met = almost.and(row.meets().getLast());
                    assertThat(met.obligation(row.id()).isOpen()).isFalse();
                    met.and(closure(ClosureGround.HANDLED).at("2026-03-14"));
                }));
    }

    @Test
    void onlyADismissalForDysfunctionOfACareProfessionalIsReportedAndNotInAWmoCase() {
        judged().and(dismissal().but("forDysfunction", false)).thenNeverArose("OB-IGJ-DISMISSAL");
        judged().and(dismissal().but("careProfessional", false)).thenNeverArose("OB-IGJ-DISMISSAL");
        given(careRelation().but("legalFramework", LegalFramework.WMO), dismissal()).thenNeverArose("OB-IGJ-DISMISSAL");
        judged().and(sanction(SanctionKind.WARNING)).thenNeverArose("OB-DISMISSAL-FACTS");
    }

    @Test
    void eachSilenceIsLiftedByItself() {
        CaseStory twice = judged().and(silence(), silence().but("expectedEndOn", LocalDate.parse("2026-03-20")));
        long first = twice.history().version() - 1;
        CaseStory one = twice.and(silenceLifted(idOfEntry(first)));
        assertThat(one.obligation("OB-LIFT-SILENCE").since()).isEqualTo(first + 1);
        assertThat(one.obligation("OB-LIFT-SILENCE").dueOn()).isEqualTo(LocalDate.parse("2026-03-20"));
    }

    @Test
    void anAnonymousReporterNeedNotBeToldAndAClientWhoReportedIsToldAsTheClient() {
        for (Draft report : new Draft[] {
            internalReport(AccusedKind.NONE).but("anonymous", true),
            internalReport(AccusedKind.NONE).but("reporterKind", ReporterKind.CLIENT)
        }) {
            CaseStory told = given(careRelation(), report, judgement(Qualification.CALAMITY))
                    .and(announcement(Audience.CLIENT), announcement(Audience.TEAM));
            assertThat(told.obligation("OB-INFORM-OUTCOME").isOpen()).isFalse();
        }
    }

    @Test
    void whatWasToldBeforeTheLatestJudgementIsToldAgain() {
        CaseStory told = given(careRelation(), internalReport(AccusedKind.NONE).but("anonymous", true), judgement(Qualification.INCIDENT))
                .and(announcement(Audience.CLIENT), announcement(Audience.TEAM));
        CaseStory judgedAgain = told.and(judgement(Qualification.CALAMITY).at("2026-03-10"));
        assertThat(judgedAgain.obligation("OB-INFORM-OUTCOME").isOpen()).isTrue();
        assertThat(judgedAgain
                        .and(announcement(Audience.CLIENT).at("2026-03-11"), announcement(Audience.TEAM).at("2026-03-11"))
                        .obligation("OB-INFORM-OUTCOME")
                        .isOpen())
                .isFalse();
    }

    @Test
    void aReportThatLostItsConfirmationIsConfirmedAgain() {
        // given
        CaseStory filed = calamity();
        long report = filed.history().version();
        filed.thenNeverArose("OB-IGJ-CONFIRMATION");

        // when
        CaseStory lost = filed.and(correction(report, igjReport(IGJCategory.CALAMITY)));

        // then
        assertThat(lost.obligation("OB-IGJ-CONFIRMATION").isOpen()).isTrue();
        lost.and(correction(report, confirmed(IGJCategory.CALAMITY))).thenNeverArose("OB-IGJ-CONFIRMATION");
    }

    @Test
    void aRequestOfTheInspectorateReopensAClosedCaseAndItsDutyHoldsIt() {
        // given
        CaseStory closed = calamity().and(closure(ClosureGround.HANDLED));
        closed.when(igjSupplement()).thenRefusedBy("GEN-1");
        assertThat(closed.and(igjResponse(IGJResponseKind.RECEIPT)).history().closed()).isTrue();

        // when
        CaseStory asked = closed.and(igjResponse(IGJResponseKind.SUPPLEMENT_REQUESTED));

        // then
        assertThat(asked.history().closed()).isFalse();
        asked.when(closure(ClosureGround.CLIENT_LEFT).at("2026-03-12")).thenRefusedAsOpen("OB-IGJ-SUPPLEMENT");
        asked.and(igjSupplement(), closure(ClosureGround.HANDLED).at("2026-03-13"));
    }

    @Test
    void feedbackIsDueWhenVeiligThuisIsAndLaterWhenItInvestigates() {
        // given
        CaseStory reported = given(meldcode(), signal(), melding());
        LocalDate starts = reported.obligation("OB-SEEK-FEEDBACK").dueOn();

        // then
        assertThat(starts).isEqualTo(reported.deadlines("2026-03-07").getFirst().term().dueOn());
        CaseStory acknowledged = reported.and(acknowledgement(idOfEntry(3)));
        assertThat(acknowledged.obligation("OB-SEEK-FEEDBACK").dueOn()).isAfter(starts);
        CaseStory investigated = acknowledged.and(feedback(idOfEntry(3), FeedbackKind.INVESTIGATION_STARTED));
        assertThat(investigated.obligation("OB-SEEK-FEEDBACK").dueOn()).isEqualTo(LocalDate.parse("2026-05-18"));
    }
}
