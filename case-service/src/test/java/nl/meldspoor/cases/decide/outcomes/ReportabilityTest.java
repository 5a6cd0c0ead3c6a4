package nl.meldspoor.cases.decide.outcomes;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.meldspoor.cases.decide.Draft;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.Qualification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReportabilityTest {

    /** Qualification, between clients, treatment needed, police intervened; then whether it is reported, and by which line. */
    private static final List<String> TABLE = List.of(
            "CALAMITY                   no  -   -   yes JUDGE-1",
            "CALAMITY                   yes no  no  yes JUDGE-1",
            "VIOLENCE_IN_CARE_RELATION  no  -   -   yes JUDGE-2",
            "VIOLENCE_IN_CARE_RELATION  yes yes no  yes JUDGE-3",
            "VIOLENCE_IN_CARE_RELATION  yes no  yes yes JUDGE-3",
            "VIOLENCE_IN_CARE_RELATION  yes no  no  no  JUDGE-4",
            "BOUNDARY_CROSSING          no  -   -   no  JUDGE-5",
            "BOUNDARY_CROSSING          yes yes yes no  JUDGE-5",
            "INCIDENT                   no  -   -   no  JUDGE-5",
            "UNFOUNDED                  no  -   -   no  JUDGE-5");

    @TestFactory
    Stream<DynamicTest> theFirstLineThatFitsSaysWhetherItIsReported() {
        return TABLE.stream().map(row -> DynamicTest.dynamicTest(row, () -> {
            String[] cells = row.split("\\s+");
            Draft entry = judgement(Qualification.valueOf(cells[0]))
                    .but("betweenClients", cells[1].equals("yes"))
                    .but("treatmentNeeded", answer(cells[2]))
                    .but("policeIntervened", answer(cells[3]));

            // when
            JudgementMade judged = (JudgementMade)
                    given(careRelation()).whenDeviating(entry).thenRecorded().newest();

            // then
            assertThat(judged.reportable()).isEqualTo(cells[4].equals("yes"));
            assertThat(judged.receipt().rule()).isEqualTo(cells[5]);
            assertThat(judged.terms() != null).as("carries the term to report").isEqualTo(cells[4].equals("yes"));
        }));
    }

    private static Boolean answer(String cell) {
        return cell.equals("-") ? null : Boolean.valueOf(cell.equals("yes"));
    }
}
