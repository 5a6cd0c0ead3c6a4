package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.ATTENTION_OFFICER;
import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule refuses with its id, sentence and source; a rule of conduct gives way to a deviation, a rule of form does not. */
class RulesIT {

    private static CaseFile meldcode() {
        return PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());
    }

    private static CaseFile careRelation() {
        return REPORT_TEAM.open(Entries.careRelation()).with("signals", Entries.signal());
    }

    @Test
    void anAssessmentWithoutASignalIsRefused() {
        assertRefused(PROFESSIONAL.open(Entries.meldcode()).entry("assessments", Entries.assessment()).send(), "ASM-1");
    }

    @Test
    void aSignalOfAThirdPersonNeedsItsSource() {
        CaseFile file = meldcode();
        Body told = Entries.signal().with("source", "NEIGHBOUR");

        assertRefused(file.entry("signals", told).send(), "SIG-1");
        assertRefused(file.entry("signals", told.with("deviation", "Geen tijd.")).send(), "SIG-1");
        file.record("signals", told.with("sourceDetails", "De buurvrouw van 12."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"direction\": \"CONTRADICTS\"}",
                "{\"source\": \"COLLEAGUE\", \"sourceDetails\": \"Nachtdienst\"}",
                "{\"source\": \"OWN\", \"perception\": \"SEEN\"}",
            })
    void aDisclosureComesFromTheVictimAndConfirms(String members) {
        assertRefused(meldcode().entry("signals", Entries.disclosure().with(members)).send(), "SIG-2");
    }

    @Test
    void aConsultationWithVeiligThuisHasAnAdvice() {
        assertRefused(meldcode().entry("consultations", Entries.adviceOfVeiligThuis().without("advice")).send(), "CON-1");
    }

    @Test
    void anotherOrganisationIsConsultedWithConsentOrAReason() {
        CaseFile file = meldcode();
        Body consultation = Entries.consultation().with("with", "OTHER_ORGANISATION");

        assertRefused(file.entry("consultations", consultation).send(), "CON-2");
        assertRefused(file.entry("consultations", consultation.with("consent", "REFUSED")).send(), "CON-2");
        file.record("consultations", consultation.with("consent", "GIVEN"));
        file.record("consultations", consultation.with("anonymous", true));
        file.record("consultations", consultation.with("consent", "REFUSED").with("consentMotivation", "Gevaar."));
    }

    @Test
    void announcingAMeldingIsWaivedOnlyOnTheGroundsThatCount() {
        CaseFile file = meldcode();
        Body waiver = Entries.conversationWaiver().with("waives", "MELDING_ANNOUNCEMENT");

        assertRefused(file.entry("conversation-waivers", waiver.with("ground", "CLIENT_DECEASED")).send(), "CNV-1");
        assertRefused(
                file.entry("conversation-waivers", Entries.conversationWaiver().with("ground", "POLICE_FIRST")).send(), "CNV-1");
        file.record("conversation-waivers", waiver);
    }

    @Test
    void anAssessmentDiscussedWithTheClientSaysHowHeTookIt() {
        assertRefused(meldcode().entry("assessments", Entries.assessment().with("discussedWithClient", true)).send(), "ASM-3");
    }

    @Test
    void nobodyDecidesTheDutyToReportAway() {
        // given
        CaseFile file = meldcode().with("assessments", Entries.assessment());
        Body no = Entries.decisions().with("reportNecessary", false);

        // when
        Answer answer = file.entry("decisions", no).send();
        Answer withDeviation = file.entry("decisions", no.with("deviation", "Wij zien het anders.")).send();

        // then
        assertRefused(answer, "DEC-1");
        assertRefused(withDeviation, "DEC-1");
        assertThat(file.obligations("OPEN")).contains("OB-REPORT");
    }

    @Test
    void whereHelpIsTheOutcomeSomethingIsDone() {
        CaseFile file = meldcode().with("assessments", Entries.assessment().with("""
                {"structuralUnsafety": "NO", "effectiveHelp": "YES", "helpAccepted": "YES", "helpLeadsToSafety": "UNKNOWN"}
                """));

        assertRefused(file.entry("decisions", Entries.decisions().with("reportNecessary", false)).send(), "DEC-2");
    }

    @Test
    void helpIsEvaluatedOnADay() {
        assertRefused(meldcode().entry("decisions", Entries.decisions().with("helpPossible", true)).send(), "DEC-3");
    }

    @Test
    void notReportingWithoutAnAssessmentIsADeviation() {
        // given
        CaseFile file = meldcode();
        Body no = Entries.decisions().with("reportNecessary", false);
        Answer refused = file.entry("decisions", no).send();

        // when
        Answer deviated = file.entry("decisions", no.with("deviation", "Spoed: wegen volgt morgen.")).send();

        // then
        assertRefused(refused, "DEC-4");
        assertThat(refused.at("/class").asText()).isEqualTo("C");
        deviated.expect(201);
        assertThat(deviated.at("/events/0/deviatedFrom")).extracting(JsonNode::asText).containsExactly("DEC-4");
        assertThat(deviated.at("/events/0/data/deviation").asText()).isEqualTo("Spoed: wegen volgt morgen.");
    }

    @Test
    void notReportingInDoubtWaitsForTheAdviceOfVeiligThuis() {
        // given
        CaseFile file = meldcode().with("assessments", Entries.assessment().with("""
                {"suspicion": "DOUBT", "structuralUnsafety": "NO"}
                """));
        Body no = Entries.decisions().with("reportNecessary", false);

        // when
        Answer before = file.entry("decisions", no).send();
        file.record("consultations", Entries.adviceOfVeiligThuis().with("heldAt", When.hoursAgo(65)));
        Answer after = file.entry("decisions", no).send();

        // then
        assertRefused(before, "DEC-4");
        after.expect(201);
    }

    @Test
    void aMeldingBehindTheBackOfTheClientIsADeviationOrHasAWaiver() {
        // given
        CaseFile file = meldcode();
        Body silent = Entries.melding().with("discussedWithClient", false).without("clientReaction");

        // when
        Answer refused = file.entry("meldingen", silent).send();
        Answer deviated = file.entry("meldingen", silent.with("deviation", "Vergeten te zeggen.")).send();
        Answer waived = file.entry("meldingen", silent.with("waiver", Body.of("""
                        {"ground": "SAFETY", "motivation": "Gevaar voor mevrouw."}
                        """)))
                .send();

        // then
        assertRefused(refused, "MEL-1");
        assertThat(refused.at("/class").asText()).isEqualTo("C");
        deviated.expect(201);
        assertThat(deviated.at("/events/0/deviatedFrom")).extracting(JsonNode::asText).containsExactly("MEL-1");
        waived.expect(201);
        assertThat(waived.at("/events/0/deviatedFrom")).isEmpty();
        assertThat(file.events()).filteredOn(e -> !e.get("deviatedFrom").isEmpty()).hasSize(1);
    }

    @Test
    void aWaiverOfTheAnnouncementServesOneMelding() {
        // given
        CaseFile file = meldcode()
                .with("conversation-waivers", Entries.conversationWaiver().with("waives", "MELDING_ANNOUNCEMENT"));
        Body silent = Entries.melding().with("discussedWithClient", false).without("clientReaction");

        // when
        Answer first = file.entry("meldingen", silent).send();
        Answer second = file.entry("meldingen", silent.with("madeAt", When.hoursAgo(10))).send();

        // then
        first.expect(201);
        assertRefused(second, "MEL-1");
    }

    @Test
    void anAnonymousMeldingHasAGroundAndWasNotDiscussed() {
        CaseFile file = meldcode();

        assertRefused(file.entry("meldingen", Entries.melding().with("""
                {"anonymousTowardsClient": true, "anonymityGround": "DANGER_VICTIM"}
                """)).send(), "MEL-2");
        assertRefused(file.entry("meldingen", Entries.melding().with("""
                {"anonymousTowardsClient": true, "discussedWithClient": false, "waiver": {"ground": "SAFETY", "motivation": "x"}}
                """)).send(), "MEL-2");
    }

    @Test
    void feedbackIsOnAMeldingThatIsThere() {
        CaseFile file = meldcode();
        String unknown = UUID.randomUUID().toString();

        assertRefused(file.entry("acknowledgements", Entries.acknowledgement(unknown)).send(), "MEL-3");
        assertRefused(file.entry("feedback", Entries.feedback(unknown)).send(), "MEL-3");
    }

    @Test
    void aMeldingByPhoneSaysWhoTookIt() {
        assertRefused(meldcode().entry("meldingen", Entries.melding().with("channel", "PHONE")).send(), "MEL-4");
    }

    @Test
    void severalRulesAreAllNamedAndTheFirstOfTheTableSpeaks() {
        // given
        Body wrong = Entries.melding().with("""
                {"discussedWithClient": false, "anonymousTowardsClient": true, "channel": "PHONE"}
                """);

        // when
        Answer answer = meldcode().entry("meldingen", wrong).send();

        // then
        assertRefused(answer, "MEL-1");
        assertThat(Problems.violations(answer)).containsExactly("MEL-1", "MEL-2", "MEL-4");
    }

    @Test
    void aDeviationDoesNotCarryARuleOfFormThatRefusesBesideIt() {
        // given
        CaseFile file = meldcode();
        Body wrong = Entries.melding().with("""
                {"discussedWithClient": false, "channel": "PHONE", "deviation": "Haast."}
                """);

        // when
        Answer answer = file.entry("meldingen", wrong).send();

        // then
        Problems.assertProblem(answer, 409);
        assertThat(Problems.violations(answer)).contains("MEL-4");
        assertThat(file.version()).isEqualTo(2);
    }

    @Test
    void theSentenceComesInTheLanguageThatWasAsked() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        String dutch = file.entry("assessments", Entries.assessment()).in("nl").send().at("/detail").asText();
        String english = file.entry("assessments", Entries.assessment()).in("en").send().at("/detail").asText();

        // then
        JsonNode rule = PROFESSIONAL.get("/v1/rules/ASM-1").expect(200).json();
        assertThat(dutch).isNotEqualTo(english);
        assertThat(rule.toString()).contains(Body.MAPPER.getNodeFactory().textNode(dutch).toString());
        assertThat(rule.toString()).contains(Body.MAPPER.getNodeFactory().textNode(english).toString());
        assertThat(rule.get("id").asText()).isEqualTo("ASM-1");
        assertThat(rule.get("version").asInt()).isPositive();
        assertThat(rule.get("source").asText()).isNotBlank();
    }

    @Test
    void everyRuleThatIsBuiltIsInTheCatalogue() {
        assertThat(CaseFile.items(PROFESSIONAL.get("/v1/rules?limit=200").expect(200)))
                .extracting(r -> r.get("id").asText())
                .contains("GEN-1", "GEN-2", "SIG-1", "SIG-2", "CON-1", "CON-2", "CNV-1", "ASM-1", "ASM-2", "ASM-3", "DEC-1", "DEC-2")
                .contains("DEC-3", "DEC-4", "MEL-1", "MEL-2", "MEL-3", "MEL-4", "HEA-1", "JUD-1", "JUD-2", "IGJ-1", "IGJ-2")
                .contains("CLO-1", "CLO-2");
        Problems.assertProblem(PROFESSIONAL.get("/v1/rules/XYZ-9").send(), 404);
    }

    @Test
    void anEntryOfTheOtherRouteIsRefused() {
        CaseFile meldcode = meldcode().as(ATTENTION_OFFICER);
        assertRefused(meldcode.entry("hearings", Entries.hearing()).send(), "GEN-2");
        assertRefused(meldcode.entry("internal-reports", Entries.internalReport()).send(), "GEN-2");
    }

    @Test
    void theAccusedIsHeardByTwoAndOfferedSupport() {
        // given
        CaseFile file = careRelation().with("internal-reports", Entries.internalReport());
        Body alone = Entries.hearing().with("supportPersonOffered", false);

        // when
        Answer refused = file.entry("hearings", alone).send();
        Answer deviated = file.entry("hearings", alone.with("deviation", "Hij wilde het zo.")).send();

        // then
        assertRefused(refused, "HEA-1");
        deviated.expect(201);
        assertThat(deviated.at("/events/0/deviatedFrom")).extracting(JsonNode::asText).containsExactly("HEA-1");
    }

    @Test
    void nobodyIsJudgedUnheard() {
        // given
        CaseFile file = careRelation().with("internal-reports", Entries.internalReport()).as(BOARD);

        // when
        Answer unheard = file.entry("judgements", Entries.judgement("VIOLENCE_IN_CARE_RELATION")).send();
        Answer calamity = file.entry("judgements", Entries.judgement("CALAMITY")).send();
        file.record("conversations", Entries.conversation());
        Answer halfHeard = file.entry("judgements", Entries.judgement("UNFOUNDED")).send();
        file.record("hearings", Entries.hearing());
        Answer heard = file.entry("judgements", Entries.judgement("UNFOUNDED")).send();

        // then
        assertRefused(unheard, "JUD-1");
        calamity.expect(201);
        assertRefused(halfHeard, "JUD-1");
        heard.expect(201);
    }

    @Test
    void betweenClientsTheSeriousnessIsAnswered() {
        CaseFile file = careRelation().with("internal-reports", Entries.internalReportOnNobody());

        assertRefused(file.entry("judgements", Entries.judgement("INCIDENT").with("betweenClients", true)).send(), "JUD-2");
    }

    @ParameterizedTest(name = "{0} between clients {1}, treated {2}, police {3} -> {4}")
    @CsvSource({
        "CALAMITY,                  false, ,      ,      true",
        "VIOLENCE_IN_CARE_RELATION, false, ,      ,      true",
        "VIOLENCE_IN_CARE_RELATION, true,  false, false, false",
        "VIOLENCE_IN_CARE_RELATION, true,  true,  false, true",
        "VIOLENCE_IN_CARE_RELATION, true,  false, true,  true",
        "BOUNDARY_CROSSING,         false, ,      ,      false",
        "INCIDENT,                  false, ,      ,      false",
        "UNFOUNDED,                 false, ,      ,      false",
    })
    void whatMustGoToTheInspectorateFollowsFromTheJudgement(
            String qualification, boolean betweenClients, Boolean treated, Boolean police, boolean reportable) {
        // given
        CaseFile file = careRelation()
                .with("internal-reports", Entries.internalReportOnNobody())
                .with("conversations", Entries.conversation())
                .with("hearing-waivers", Entries.hearingWaiver());
        Body judgement = Entries.judgement(qualification).with("betweenClients", betweenClients);
        judgement = treated == null ? judgement : judgement.with("treatmentNeeded", treated).with("policeIntervened", police);

        // when
        Answer answer = file.record("judgements", judgement);

        // then
        assertThat(answer.at("/events/0/data/reportable").asBoolean()).isEqualTo(reportable);
        assertThat(answer.at("/events/0/data/receipt/rule").asText()).isNotBlank();
        assertThat(file.obligations("OPEN").stream().anyMatch(o -> o.startsWith("OB-IGJ"))).isEqualTo(reportable);
    }

    @Test
    void aReportToTheInspectorateAgreesWithTheJudgement() {
        // given
        CaseFile file = careRelation().with("internal-reports", Entries.internalReportOnNobody());

        // when
        Answer inDoubt = file.entry("igj-reports", Entries.igjReport("VIOLENCE")).send();
        file.record("judgements", Entries.judgement("CALAMITY"));
        Answer excluded = file.entry("igj-reports", Entries.igjReport("VIOLENCE")).send();
        Answer agrees = file.entry("igj-reports", Entries.igjReport("CALAMITY")).send();

        // then
        inDoubt.expect(201);
        assertRefused(excluded, "IGJ-1");
        agrees.expect(201);
    }

    @Test
    void aDismissalIsReportedOnlyWhenThereIsOne() {
        CaseFile file = careRelation().with("internal-reports", Entries.internalReportOnNobody());

        assertRefused(file.entry("igj-reports", Entries.igjReport("DISMISSAL")).send(), "IGJ-1");
    }

    @Test
    void theAuthorityFitsTheLaw() {
        CaseFile wmo = REPORT_TEAM
                .open(Entries.careRelation().with("legalFramework", "WMO"))
                .with("internal-reports", Entries.internalReportOnNobody());
        CaseFile wlz = REPORT_TEAM
                .open(Entries.careRelation().with("legalFramework", "WLZ"))
                .with("internal-reports", Entries.internalReportOnNobody());

        assertRefused(wmo.entry("igj-reports", Entries.igjReport("CALAMITY")).send(), "IGJ-2");
        assertRefused(wlz.entry("igj-reports", Entries.igjReport("CALAMITY").with("authority", "WMO_SUPERVISOR")).send(), "IGJ-2");
        wmo.record("igj-reports", Entries.igjReport("CALAMITY").with("authority", "WMO_SUPERVISOR"));
        wlz.record("igj-reports", Entries.igjReport("CALAMITY").with("authority", "BOTH"));
    }

    @Test
    void closingWaitsForWhatIsStillToBeDone() {
        // given
        CaseFile file = meldcode().with("assessments", Entries.assessment().with("""
                {"suspicion": "NO", "structuralUnsafety": "NO"}
                """));

        // when
        Answer tooEarly = file.entry("closures", Entries.closure("NO_SUSPICION")).send();
        file.record("child-checks", Entries.childCheck());
        file.record("consultations", Entries.consultation());
        Answer stillTooEarly = file.entry("closures", Entries.closure("NO_SUSPICION")).send();
        file.record("conversations", Entries.conversation());
        Answer closed = file.entry("closures", Entries.closure("NO_SUSPICION")).send();

        // then
        assertRefused(tooEarly, "CLO-1");
        assertThat(tooEarly.at("/open")).extracting(JsonNode::asText).containsExactlyInAnyOrder("OB-CHILDCHECK", "OB-CONSULT");
        assertRefused(stillTooEarly, "CLO-1");
        assertThat(stillTooEarly.at("/open")).extracting(JsonNode::asText).containsExactly("OB-CONVERSE");
        closed.expect(201);
        assertThat(closed.at("/case/status").asText()).isEqualTo("CLOSED");
    }

    @Test
    void aMistakeClosesAtOnceUnlessTheDutyToReportStands() {
        // given
        CaseFile mistake = meldcode();
        CaseFile disclosed = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.disclosure());

        // when
        Answer closed = mistake.entry("closures", Entries.closure("OPENED_BY_MISTAKE")).send();
        Answer held = disclosed.entry("closures", Entries.closure("CLIENT_LEFT")).send();
        Answer deceased = disclosed.entry("closures", Entries.closure("CLIENT_DECEASED")).send();

        // then
        closed.expect(201);
        assertRefused(held, "CLO-1");
        assertThat(held.at("/open")).extracting(JsonNode::asText).containsExactly("OB-REPORT");
        deceased.expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPORTED", "HELP_SUCCEEDED", "NO_SUSPICION", "SUSPICION_REMOVED"})
    void aGroundForClosingHasItsFact(String ground) {
        // given: nothing is open, so that only the ground is missing
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("child-checks", Entries.childCheck());

        // when
        Answer answer = file.entry("closures", Entries.closure(ground)).send();

        // then
        assertRefused(answer, "CLO-2");
    }

    @Test
    void onAClosedCaseOnlyWhatComesFromOutsideIsRecorded() {
        // given
        CaseFile file = meldcode()
                .with("child-checks", Entries.childCheck())
                .with("consultations", Entries.consultation())
                .with("conversations", Entries.conversation());
        String meldingId = file.record("meldingen", Entries.melding()).at("/events/0/data/meldingId").asText();
        file.record("closures", Entries.closure("REPORTED"));

        // when
        Answer signal = file.entry("signals", Entries.signal()).send();
        Answer feedback = file.as(People.LIAISON_NOORD)
                .caller()
                .post("/v1/meldingen/" + meldingId + "/feedback", Entries.feedback(meldingId).without("meldingId"))
                .send();

        // then
        assertRefused(signal, "GEN-1");
        feedback.expect(201);
        assertThat(file.read().get("notAllowed"))
                .anySatisfy(n -> {
                    assertThat(n.get("entry").asText()).isEqualTo("signals");
                    assertThat(n.get("rule").asText()).isEqualTo("GEN-1");
                });
    }
}
