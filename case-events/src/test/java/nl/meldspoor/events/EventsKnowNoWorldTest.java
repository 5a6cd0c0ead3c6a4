package nl.meldspoor.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The published language is plain Java with its JSON library, the holiday calendar and canonical JSON. */
@AnalyzeClasses(packages = "nl.meldspoor", importOptions = ImportOption.DoNotIncludeTests.class)
class EventsKnowNoWorldTest {

    @ArchTest
    static final ArchRule KNOWS_NO_FRAMEWORK_AND_NO_DATABASE = classes()
            .should().onlyDependOnClassesThat().resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.io..",
                    "java.nio..",
                    "java.math..",
                    "java.text..",
                    "java.security..",
                    "javax.crypto..",
                    "nl.meldspoor.events..",
                    "nl.meldspoor.terms..",
                    "com.fasterxml.jackson..",
                    "de.focus_shift..",
                    "org.erdtman.jcs..");

    @ArchTest
    static final ArchRule ASKS_NO_CLOCK_AND_NO_DICE = noClasses()
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(UUID.class, "randomUUID")
            .orShould().dependOnClassesThat().areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule TERMS_STAND_ON_THEIR_OWN = noClasses()
            .that().resideInAPackage("nl.meldspoor.terms..")
            .should().dependOnClassesThat().resideInAPackage("nl.meldspoor.events..");
}
