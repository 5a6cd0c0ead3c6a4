package nl.meldspoor.cases.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldspoor.cases.decide.rules.AssessmentRulesTest;
import nl.meldspoor.cases.decide.rules.ChildCheckRulesTest;
import nl.meldspoor.cases.decide.rules.FollowUpRulesTest;
import nl.meldspoor.cases.decide.rules.PoliceRulesTest;
import nl.meldspoor.cases.decide.rules.ClosingRulesTest;
import nl.meldspoor.cases.decide.rules.ConsultationRulesTest;
import nl.meldspoor.cases.decide.rules.DecisionRulesTest;
import nl.meldspoor.cases.decide.rules.ErasureRulesTest;
import nl.meldspoor.cases.decide.rules.IGJReportRulesTest;
import nl.meldspoor.cases.decide.rules.JudgementRulesTest;
import nl.meldspoor.cases.decide.rules.MeldingRulesTest;
import nl.meldspoor.cases.decide.rules.SignalRulesTest;
import nl.meldspoor.cases.decide.rules.WaiverRulesTest;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {

    /** The order of domain.md 5; GEN-3, GEN-4, COR-1 and HND-1 to 5 stand with the other general rules; ERA-1 to 5 come last. */
    private static final List<String> IN_ORDER = List.of(
            "GEN-1", "GEN-2", "GEN-3", "GEN-4", "COR-1", "HND-1", "HND-2", "HND-3", "HND-4", "HND-5", "SIG-1", "SIG-2", "CON-1", "CON-2", "CNV-1", "CHK-1", "ASM-1", "ASM-2", "ASM-3", "DEC-1", "DEC-2", "DEC-3", "DEC-4", "MEL-1", "MEL-2", "MEL-3", "MEL-4", "POL-1", "POL-2", "POL-3", "POL-4", "POL-5", "HEA-1", "INV-1", "JUD-1", "JUD-2", "SAN-1", "IGJ-1", "IGJ-2", "CLO-1", "CLO-2", "ERA-1", "ERA-2", "ERA-3", "ERA-4", "ERA-5");

    private static final Set<String> OF_CONDUCT = Set.of("DEC-4", "MEL-1", "POL-1", "POL-2", "POL-3", "POL-4", "HEA-1", "INV-1", "JUD-1");

    private static List<Example> allExamples() {
        return Stream.of(
                        new SignalRulesTest(),
                        new ConsultationRulesTest(),
                        new WaiverRulesTest(),
                        new ChildCheckRulesTest(),
                        new PoliceRulesTest(),
                        new FollowUpRulesTest(),
                        new AssessmentRulesTest(),
                        new DecisionRulesTest(),
                        new MeldingRulesTest(),
                        new JudgementRulesTest(),
                        new IGJReportRulesTest(),
                        new ClosingRulesTest(),
                        new ErasureRulesTest())
                .flatMap(table -> table.examples().stream())
                .toList();
    }

    @Test
    void theCatalogueStandsInTheOrderOfTheTable() {
        assertThat(Rules.catalogue()).extracting(Rule::id).containsExactlyElementsOf(IN_ORDER);
        assertThat(Rules.catalogue().stream().filter(r -> r.ruleClass() == RuleClass.C).map(Rule::id))
                .containsExactlyInAnyOrderElementsOf(OF_CONDUCT);
    }

    @Test
    void everyRuleRefusesSomewhereAndNothingElseDoes() {
        // when
        Set<String> refusing = allExamples().stream()
                .flatMap(e -> e.given().when(e.when()).refusedBy().stream())
                .collect(Collectors.toSet());

        // then
        assertThat(refusing)
                .isEqualTo(Rules.catalogue().stream().map(Rule::id).collect(Collectors.toSet()));
    }

    @Test
    void everyRuleSpeaksBothLanguagesAndNamesItsSource() {
        assertThat(Rules.catalogue()).allSatisfy(rule -> {
            assertThat(rule.version()).isPositive();
            assertThat(rule.sentence().nl()).endsWith(".").isNotEqualTo(rule.sentence().en());
            assertThat(rule.sentence().en()).endsWith(".");
            assertThat(rule.source()).isNotBlank();
        });
    }

    @Test
    void conductGivesWayToADeviationAndFormNever() {
        assertThat(allExamples().stream().filter(e -> !e.refusedBy().isEmpty())).allSatisfy(e -> {
            // when
            CaseStory.Asked asked = e.given().whenDeviating(e.when());

            // then
            List<String> form = e.refusedBy().stream().filter(id -> !OF_CONDUCT.contains(id)).toList();
            assertThat(asked.refusedBy()).as(e.says()).isEqualTo(form);
            if (form.isEmpty()) {
                asked.thenRecordedDeviatingFrom(e.refusedBy().toArray(String[]::new));
            }
        });
    }

    @Test
    void aDeviationFromNothingIsAcceptedAndNamesNoRule() {
        assertThat(allExamples().stream().filter(e -> e.refusedBy().isEmpty()))
                .allSatisfy(e -> e.given().whenDeviating(e.when()).thenRecordedDeviatingFrom());
    }
}
