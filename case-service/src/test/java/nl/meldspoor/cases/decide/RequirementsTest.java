package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.events.About;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.AftercareFor;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.Audience;
import nl.meldspoor.events.CaregiverLoad;
import nl.meldspoor.events.Confirmation;
import nl.meldspoor.events.Consent;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.Framework;
import nl.meldspoor.events.HandoverAnswer;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.IGJAction;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.Offence;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.Person;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.SafetyMeasureKind;
import nl.meldspoor.events.SanctionKind;
import nl.meldspoor.events.SignalSource;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.history.Completeness;
import nl.meldspoor.events.history.Mover;
import nl.meldspoor.events.history.Requirement;
import nl.meldspoor.events.history.Requirement.State;
import nl.meldspoor.events.history.Step;
import nl.meldspoor.events.history.Steps;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each requirement by a case that lacks it and one that has it, and whose move it is meanwhile. */
class RequirementsTest {

    private static final Person SOMEBODY = new Person("N. Naam", "functie");

    /** @param lacks null where the shape of the entry already asks for it, so that it is recorded as soon as it is asked */
    private record Row(String id, CaseStory lacks, Mover mover, CaseStory has) {}

    private static Row row(String id, CaseStory lacks, Mover mover, CaseStory has) {
        return new Row(id, lacks, mover, has);
    }

    /** What an entry always says once it is there. */
    private static Row always(String id, CaseStory has) {
        return new Row(id, null, null, has);
    }

    private static CaseStory onMeldcode(Draft... entries) {
        return given(meldcode()).onRecord(entries);
    }

    private static CaseStory onCareRelation(Draft... entries) {
        return given(careRelation()).onRecord(entries);
    }

    private static Draft aboutTheCaregiver() {
        return signal().but("about", About.INFORMAL_CAREGIVER);
    }

    private static Draft childrenDepend() {
        return childCheck()
                .but("dependentChildren", true)
                .but("childrenAges", List.of(4, 9))
                .but("temporaryCareAdequate", Answer.YES)
                .but("clientCanProtect", Answer.YES);
    }

    private static Draft inTheirWords(Draft entry) {
        return entry.but("literalWords", "wat zij zei");
    }

    private static Draft conversationWith(ConversationParty party) {
        return conversation(party, YesNoPartly.YES);
    }

    private static Draft fullReport(IGJCategory category) {
        return igjReport(category)
                .but("eventOn", java.time.LocalDate.parse("2026-03-01"))
                .but("establishmentNumber", "000012345678")
                .but("bigRegistered", true)
                .but("actions", List.of(new IGJAction("onderzoek", "PRISMA", null)))
                .but("prosecutor", false)
                .but("confirmation", new Confirmation("bevestiging.pdf", "0".repeat(64)));
    }

    private static Row ofReport(String id, String member) {
        return row(
                id,
                onCareRelation(fullReport(IGJCategory.VIOLENCE).but(member, null)),
                Mover.BOARD,
                onCareRelation(fullReport(IGJCategory.VIOLENCE)));
    }

    private static List<Row> rows() {
        return Stream.of(bothRoutes(), meldcodeRows(), careRelationRows()).flatMap(List::stream).toList();
    }

    private static List<Row> bothRoutes() {
        return List.of(
                row("SIGNALS.RECORDED", onMeldcode(), Mover.OPENER, onMeldcode(signal())),
                row("SIGNALS.FACTUAL", onMeldcode(signal().but("perception", Perception.THOUGHT)), Mover.OPENER, onMeldcode(signal())),
                row(
                        "SIGNALS.SOURCE",
                        onCareRelation(signal().but("source", SignalSource.NEIGHBOUR)),
                        Mover.OPENER,
                        onCareRelation(signal().but("source", SignalSource.NEIGHBOUR).but("sourceDetails", "de buren"))),
                row(
                        "SIGNALS.QUESTIONS",
                        onCareRelation(inTheirWords(signal())),
                        Mover.OPENER,
                        onCareRelation(inTheirWords(signal()).but("questionsAsked", "Wat gebeurde er?"))),
                always("HANDOVER.TO-WHOM", onMeldcode(handover("colleague"))),
                row(
                        "HANDOVER.ANSWERED",
                        onMeldcode(handover("colleague")),
                        Mover.ASKED,
                        onMeldcode(handover("colleague")).as("colleague").onRecord(handoverAnswer(idOfEntry(2), HandoverAnswer.ACCEPTED))),
                always("EVALUATION.FINDINGS", onMeldcode(evaluation())),
                always("EVALUATION.PARTICIPANTS", onCareRelation(evaluation())),
                row(
                        "IMPROVEMENT.COMPLETED",
                        onCareRelation(improvement()),
                        Mover.REPORT_TEAM,
                        onCareRelation(improvement(), improvementCompleted(idOfEntry(2)))));
    }

    private static List<Row> meldcodeRows() {
        Draft unspoken = melding();
        Draft spoken = melding().but("clientReaction", "schrok");
        Draft objecting = spoken.but("clientObjections", "wil niet");
        Draft told = signal().but("source", SignalSource.NEIGHBOUR).but("sourceDetails", "de buren");
        return List.of(
                row(
                        "SIGNALS.CONTRADICTING",
                        onMeldcode(signal()),
                        Mover.HANDLER,
                        onMeldcode(signal(), signal().but("direction", Direction.CONTRADICTS))),
                row("CHILD-CHECK.AGES", null, null, onMeldcode(childrenDepend())),
                row(
                        "CHILD-CHECK.TEMPORARY-CARE",
                        onMeldcode(childrenDepend().but("temporaryCareAdequate", null)),
                        Mover.HANDLER,
                        onMeldcode(childrenDepend())),
                row(
                        "CHILD-CHECK.PROTECTION",
                        onMeldcode(childrenDepend().but("clientCanProtect", null)),
                        Mover.HANDLER,
                        onMeldcode(childrenDepend())),
                row(
                        "CARE-CHECK.DEPENDANTS",
                        given(meldcode().but("framework", Framework.KNMG)).onRecord(careCheck().but("dependentAdults", null)),
                        Mover.HANDLER,
                        given(meldcode().but("framework", Framework.KNMG)).onRecord(careCheck())),
                row(
                        "CARE-CHECK.LOAD",
                        onMeldcode(aboutTheCaregiver(), careCheck().but("caregiverLoad", null)),
                        Mover.HANDLER,
                        onMeldcode(aboutTheCaregiver(), careCheck().but("caregiverLoad", CaregiverLoad.OVERLOADED))),
                row("NETWORK.MAPPED", onMeldcode(aboutTheCaregiver()), Mover.HANDLER, onMeldcode(aboutTheCaregiver(), networkMap())),
                row(
                        "CONSULTATION.INTERNAL",
                        onMeldcode(adviceOfVeiligThuis()),
                        Mover.HANDLER,
                        onMeldcode(adviceOfVeiligThuis(), consultation(ConsultedParty.COLLEAGUE))),
                always("CONSULTATION.AGREEMENTS", onMeldcode(consultation(ConsultedParty.COLLEAGUE))),
                row(
                        "CONSULTATION.ADVICE",
                        onMeldcode(consultation(ConsultedParty.VEILIG_THUIS)),
                        Mover.HANDLER,
                        onMeldcode(adviceOfVeiligThuis())),
                row(
                        "CONSULTATION.ADVICE-DISCUSSED",
                        onMeldcode(adviceOfVeiligThuis()),
                        Mover.HANDLER,
                        onMeldcode(adviceOfVeiligThuis().but("adviceDiscussedWithClient", true))),
                always("CONVERSATION.WITH-WHOM", onMeldcode(conversationWith(ConversationParty.CLIENT))),
                always("CONVERSATION.TOPICS", onMeldcode(conversationWith(ConversationParty.CLIENT))),
                always("CONVERSATION.REACTION", onMeldcode(conversationWith(ConversationParty.CLIENT))),
                always("CONVERSATION.AGREEMENTS", onMeldcode(conversationWith(ConversationParty.CLIENT))),
                row(
                        "CONVERSATION.QUESTIONS",
                        onMeldcode(inTheirWords(conversationWith(ConversationParty.CHILD))),
                        Mover.HANDLER,
                        onMeldcode(inTheirWords(conversationWith(ConversationParty.CHILD)).but("questionsAsked", "Vertel eens"))),
                always("CONVERSATION.WAIVER-REASON", onMeldcode(waiver(Waivable.CONVERSATION, WaiverGround.SAFETY))),
                row(
                        "CAPACITY.CHECKED",
                        onMeldcode(conversationWith(ConversationParty.REPRESENTATIVE)),
                        Mover.HANDLER,
                        onMeldcode(conversationWith(ConversationParty.REPRESENTATIVE), capacityCheck(YesNoPartly.NO))),
                row(
                        "CAPACITY.REPRESENTATIVE",
                        onMeldcode(capacityCheck(YesNoPartly.NO).but("representative", null)),
                        Mover.HANDLER,
                        onMeldcode(capacityCheck(YesNoPartly.NO))),
                always("ASSESSMENT.REASONING", onMeldcode(acutelyUnsafe())),
                row(
                        "ASSESSMENT.CLIENT",
                        onMeldcode(acutelyUnsafe().but("discussedWithClient", false)),
                        Mover.HANDLER,
                        onMeldcode(acutelyUnsafe())),
                row("ASSESSMENT.RISK", onMeldcode(acutelyUnsafe().but("severity", null)), Mover.HANDLER, onMeldcode(acutelyUnsafe())),
                row(
                        "ASSESSMENT.DURATION",
                        onMeldcode(aboutTheCaregiver(), acutelyUnsafe()),
                        Mover.HANDLER,
                        onMeldcode(aboutTheCaregiver(), acutelyUnsafe().but("duration", "maanden").but("frequency", "wekelijks"))),
                always("DECISIONS.MOTIVATED", onMeldcode(decisions(true, false))),
                row(
                        "DECISIONS.COORDINATED",
                        onMeldcode(decisions(true, false)),
                        Mover.HANDLER,
                        onMeldcode(decisions(true, false).but("coordinatedWith", "leidinggevende"))),
                always("MELDING.INFORMATION", onMeldcode(melding())),
                row(
                        "MELDING.THIRD-PARTIES",
                        onMeldcode(told, melding()),
                        Mover.HANDLER,
                        onMeldcode(told, melding().but("thirdPartyInformation", "van de buren"))),
                row("MELDING.RECEIVED-BY", onMeldcode(melding()), Mover.VEILIG_THUIS, onMeldcode(melding(), acknowledgement(idOfEntry(2)))),
                row(
                        "MELDING.CLIENT",
                        given(meldcode()).whenDeviating(melding().but("discussedWithClient", false)).thenRecorded(),
                        Mover.HANDLER,
                        onMeldcode(waiver(Waivable.MELDING_ANNOUNCEMENT, WaiverGround.SAFETY), melding().but("discussedWithClient", false))),
                row("MELDING.CLIENT-REACTION", onMeldcode(unspoken), Mover.HANDLER, onMeldcode(spoken)),
                row("MELDING.OBJECTIONS", onMeldcode(objecting), Mover.HANDLER, onMeldcode(objecting.but("objectionsHandled", "uitgelegd"))),
                always("MELDING.FEEDBACK", onMeldcode(melding(), feedback(idOfEntry(2), FeedbackKind.TAKEN_UP))),
                always("HELP.WHAT", onMeldcode(helpPlan())),
                always("HELP.WHO", onMeldcode(helpPlan())),
                always("HELP.AGREEMENTS", onMeldcode(helpPlan())),
                always("HELP.EFFECTS", onMeldcode(helpPlan(), helpEvaluation(idOfEntry(2), YesNoPartly.YES))),
                always("SAFETY-PLAN.MEASURES", onMeldcode(safetyPlan())),
                row(
                        "SAFETY-PLAN.EMERGENCY-CONTACT",
                        onMeldcode(safetyPlan()),
                        Mover.HANDLER,
                        onMeldcode(safetyPlan().but("emergencyContact", "0800-2000"))));
    }

    private static List<Row> careRelationRows() {
        Draft report = internalReport(AccusedKind.STAFF);
        Draft linked = report.but("accusedUser", "somebody");
        return List.of(
                always("ADDRESSING.REACTION", onCareRelation(addressing())),
                always("INTERNAL-REPORT.FACTS", onCareRelation(report)),
                row("INTERNAL-REPORT.CLIENT-INFORMED", onCareRelation(report.but("clientInformed", false)), Mover.REPORT_TEAM, onCareRelation(report)),
                row("INTERNAL-REPORT.CONSENT", onCareRelation(report.but("clientConsent", Consent.REFUSED)), Mover.REPORT_TEAM, onCareRelation(report)),
                row("INTERNAL-REPORT.ACCUSED", onCareRelation(report), Mover.REPORT_TEAM, onCareRelation(linked)),
                always("CRIME-CHECK.MOTIVATION", onCareRelation(crimeCheck(Answer.NO))),
                row(
                        "CRIME-CHECK.OFFENCE",
                        onCareRelation(crimeCheck(Answer.YES)),
                        Mover.POLICE_CONTACT,
                        onCareRelation(crimeCheck(Answer.YES).but("offence", Offence.THEFT))),
                always("SILENCE.TALK-PARTNERS", onCareRelation(silence())),
                always("CLIENT-CONVERSATION.REACTION", onCareRelation(conversationWith(ConversationParty.CLIENT))),
                row(
                        "CLIENT-CONVERSATION.SUPPORT-PERSON",
                        onCareRelation(conversationWith(ConversationParty.CLIENT).but("supportPersonOffered", null)),
                        Mover.REPORT_TEAM,
                        onCareRelation(conversationWith(ConversationParty.CLIENT))),
                row(
                        "CLIENT-CONVERSATION.QUESTIONS",
                        onCareRelation(inTheirWords(conversationWith(ConversationParty.CLIENT))),
                        Mover.REPORT_TEAM,
                        onCareRelation(inTheirWords(conversationWith(ConversationParty.CLIENT)).but("questionsAsked", "Vertel eens"))),
                always("CLIENT-CONVERSATION.WAIVER-REASON", onCareRelation(waiver(Waivable.CONVERSATION, WaiverGround.CLIENT_UNABLE))),
                always("HEARING.ACCOUNT", onCareRelation(hearing())),
                row(
                        "HEARING.TWO-INTERVIEWERS",
                        onCareRelation(assignment("investigator"), hearing().but("interviewers", List.of(SOMEBODY))),
                        Mover.INVESTIGATOR,
                        onCareRelation(hearing())),
                row("HEARING.SUPPORT-PERSON", onCareRelation(hearing().but("supportPersonOffered", false)), Mover.REPORT_TEAM, onCareRelation(hearing())),
                row(
                        "HEARING.QUESTIONS",
                        onCareRelation(inTheirWords(hearing())),
                        Mover.REPORT_TEAM,
                        onCareRelation(inTheirWords(hearing()).but("questionsAsked", "Wat deed u?"))),
                always("HEARING.WAIVER-REASON", onCareRelation(hearingWaiver(HearingWaiverGround.REFUSED))),
                row(
                        "INVESTIGATION.RESULT",
                        onCareRelation(assignment("investigator"), investigation()),
                        Mover.INVESTIGATOR,
                        onCareRelation(investigation(), investigationResult())),
                always("INVESTIGATION.CLIENT-INVOLVED", onCareRelation(investigationResult())),
                row(
                        "INVESTIGATION.VETTING",
                        onCareRelation(linked, investigationResult().but("vetting", null)),
                        Mover.HR,
                        onCareRelation(linked, investigationResult())),
                always("JUDGEMENT.REASONING", onCareRelation(judgement(Qualification.INCIDENT))),
                always("SAFETY-MEASURE.DESCRIBED", onCareRelation(safetyMeasure(SafetyMeasureKind.OFF_DUTY))),
                always("POLICE.ADVICE", onCareRelation(policeContact())),
                row(
                        "POLICE.CLEARANCE",
                        onCareRelation(crimeCheck(Answer.YES), policeContact()),
                        Mover.POLICE_CONTACT,
                        onCareRelation(crimeCheck(Answer.YES), policeContact().but("clearsHearing", true))),
                always("SANCTION.MOTIVATION", onCareRelation(judgement(Qualification.CALAMITY), sanction(SanctionKind.WARNING))),
                row("DISMISSAL.PERSON-INFORMED", onCareRelation(dismissal().but("personInformed", false)), Mover.HR, onCareRelation(dismissal())),
                ofReport("IGJ-REPORT.CONFIRMATION", "confirmation"),
                ofReport("IGJ-REPORT.EVENT-ON", "eventOn"),
                ofReport("IGJ-REPORT.ESTABLISHMENT", "establishmentNumber"),
                ofReport("IGJ-REPORT.BIG", "bigRegistered"),
                ofReport("IGJ-REPORT.ACTIONS", "actions"),
                ofReport("IGJ-REPORT.PROSECUTOR", "prosecutor"),
                always("IGJ-RESPONSE.CONTENT", onCareRelation(igjResponse(IGJResponseKind.RECEIPT))),
                always("IGJ-SUPPLEMENT.CONTENT", onCareRelation(igjSupplement())),
                row(
                        "IGJ-EXTENSION.ANSWERED",
                        onCareRelation(igjExtensionRequest()),
                        Mover.INSPECTORATE,
                        onCareRelation(igjExtensionRequest(), igjResponse(IGJResponseKind.EXTENSION_GRANTED).at("2026-03-12"))),
                row(
                        "IGJ-INVESTIGATION.RESULT",
                        onCareRelation(igjInvestigationReport()),
                        Mover.REPORT_TEAM,
                        onCareRelation(investigationResult(), igjInvestigationReport())),
                always("AFTERCARE.DESCRIBED", onCareRelation(aftercare(AftercareFor.UNIT))),
                always("ANNOUNCEMENT.MESSAGE", onCareRelation(announcement(Audience.TEAM))),
                row(
                        "IMPROVEMENT.PLANNED",
                        onCareRelation(judgement(Qualification.CALAMITY)),
                        Mover.REPORT_TEAM,
                        onCareRelation(judgement(Qualification.CALAMITY), improvement())));
    }

    private static Optional<Requirement.Standing> standing(CaseStory story, String id) {
        return Steps.of(story.history()).stream()
                .map(Step::requirements)
                .flatMap(List::stream)
                .filter(r -> r.id().equals(id))
                .findFirst();
    }

    private static List<String> missing(CaseStory story) {
        return Steps.of(story.history()).stream().map(Step::missing).flatMap(List::stream).toList();
    }

    @TestFactory
    Stream<DynamicTest> missingFromOneCaseAndRecordedOnAnother() {
        return rows().stream().map(row -> DynamicTest.dynamicTest(row.id(), () -> {
            if (row.lacks() != null) {
                assertThat(standing(row.lacks(), row.id()).orElseThrow().state()).isEqualTo(State.MISSING);
                assertThat(standing(row.lacks(), row.id()).orElseThrow().mover()).isEqualTo(row.mover());
                assertThat(missing(row.lacks())).contains(row.id());
            }
            assertThat(standing(row.has(), row.id()).orElseThrow().state()).isEqualTo(State.RECORDED);
            assertThat(standing(row.has(), row.id()).orElseThrow().mover()).isNull();
            assertThat(missing(row.has())).doesNotContain(row.id());
        }));
    }

    @Test
    void everyRequirementIsTriedHere() {
        assertThat(rows()).extracting(Row::id)
                .containsExactlyInAnyOrderElementsOf(
                        Completeness.requirements().stream().map(Requirement::id).toList());
    }

    @Test
    void whatWentAnotherWayThanTheirInboxIsForTheProfessionalToWriteDown() {
        CaseStory phoned = onMeldcode(melding().but("channel", MeldingChannel.LETTER));
        assertThat(standing(phoned, "MELDING.RECEIVED-BY").orElseThrow().mover()).isEqualTo(Mover.HANDLER);
    }

    @Test
    void aFreshCaseAsksForSignalsAndForNothingThatDependsOnLaterSteps() {
        assertThat(Steps.of(given(meldcode()).history()).stream().flatMap(s -> s.requirements().stream()))
                .extracting(Requirement.Standing::id)
                .containsExactly("SIGNALS.RECORDED");
    }

    @Test
    void aPastVersionMissesWhatWasRecordedLater() {
        // given
        CaseStory now = onMeldcode(melding(), acknowledgement(idOfEntry(2)));

        // when
        List<Step> then = Steps.of(now.history().upTo(2).orElseThrow());

        // then
        assertThat(then.get(4).missing()).contains("MELDING.RECEIVED-BY");
        assertThat(now.step(5).missing()).doesNotContain("MELDING.RECEIVED-BY");
    }

    @Test
    void aCorrectionRecordsWhatItsEntryLacked() {
        // given
        CaseStory lacking = onMeldcode(safetyPlan());

        // when
        CaseStory corrected = lacking.and(correction(2, safetyPlan().but("emergencyContact", "0800-2000")));

        // then
        assertThat(missing(lacking)).contains("SAFETY-PLAN.EMERGENCY-CONTACT");
        assertThat(missing(corrected)).doesNotContain("SAFETY-PLAN.EMERGENCY-CONTACT");
    }

    @Test
    void everyOpenObligationSaysWhoseMoveItIs() {
        CaseStory reported = onCareRelation(signal(), internalReport(AccusedKind.STAFF), crimeCheck(Answer.YES), assignment("investigator"));
        assertThat(reported.obligation("OB-POLICE").mover(reported.history())).contains(Mover.POLICE_CONTACT);
        assertThat(reported.obligation("OB-HEAR-ACCUSED").mover(reported.history())).contains(Mover.INVESTIGATOR);
        assertThat(reported.obligation("OB-STOP").mover(reported.history())).contains(Mover.REPORT_TEAM);
        assertThat(reported.obligation("OB-INTERNAL-REPORT").mover(reported.history())).isEmpty();
        assertThat(onCareRelation(signal()).obligation("OB-INTERNAL-REPORT").mover(onCareRelation(signal()).history()))
                .contains(Mover.OPENER);
        CaseStory meldcode = onMeldcode(signal());
        assertThat(meldcode.obligation("OB-CONSULT").mover(meldcode.history())).contains(Mover.HANDLER);
    }
}
