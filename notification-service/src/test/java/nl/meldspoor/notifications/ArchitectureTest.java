package nl.meldspoor.notifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of the house for this service. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.meldspoor.notifications");

    @Test
    void routingIsPure() {
        noClasses()
                .that()
                .resideInAPackage("..notifications.routing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..", "org.apache.kafka..", "java.sql..", "nl.meldspoor.http..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("..notifications.intake..", "..notifications.inbox..", "..notifications.database..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
    }

    @Test
    void servicesShareOnlyThePublishedLanguageAndTheHttpEdge() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.meldspoor.cases..", "nl.meldspoor.reporting..", "nl.meldspoor.embedded..")
                .check(CLASSES);
    }

    @Test
    void theIntakeKnowsNothingOfReadersNorTheInboxOfTheTopic() {
        noClasses()
                .that()
                .resideInAPackage("..notifications.intake..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..notifications.inbox..", "nl.meldspoor.http..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..notifications.inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..notifications.intake..", "org.apache.kafka..")
                .check(CLASSES);
    }
}
