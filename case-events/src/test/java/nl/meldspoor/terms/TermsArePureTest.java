package nl.meldspoor.terms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Terms know no clock, no database and no framework, and nothing of cases: only days. */
class TermsArePureTest {

    private static final JavaClasses TERMS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.meldspoor.terms");

    @Test
    void dependOnDaysAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.meldspoor.events..", "io.quarkus..", "io.vertx..", "jakarta..", "java.sql..")
                .check(TERMS);
    }

    @Test
    void neverAskWhatTimeItIs() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(TERMS);
    }
}
