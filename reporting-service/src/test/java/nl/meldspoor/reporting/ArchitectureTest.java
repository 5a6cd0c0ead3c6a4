package nl.meldspoor.reporting;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The rules of the house for this service. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.meldspoor.reporting");

    @Test
    void servicesShareOnlyThePublishedLanguageAndTheHttpEdge() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.meldspoor.cases..", "nl.meldspoor.notifications..", "nl.meldspoor.embedded..")
                .check(CLASSES);
    }

    @Test
    void theProjectionKnowsNobodyWhoReadsItAndReadersNothingOfTheTopic() {
        noClasses()
                .that()
                .resideInAPackage("..reporting.projection..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..deadlines..", "..dashboard..", "..timeline..", "..reach..", "..web..", "nl.meldspoor.http..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("..deadlines..", "..dashboard..", "..timeline..", "..reach..", "..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..")
                .orShould()
                .dependOnClassesThat(resideInAPackage("..reporting.projection..").and(not(simpleName("CasesProjected"))))
                .check(CLASSES);
    }

    @Test
    void nobodyAsksTheTimeButOfTheOneClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("ServiceClock")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }
}
