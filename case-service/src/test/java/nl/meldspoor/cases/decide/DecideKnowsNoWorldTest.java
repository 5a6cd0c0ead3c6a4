package nl.meldspoor.cases.decide;

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

/** Deciding is a pure function: no framework, no clock, no database, nothing of what stands around it. */
@AnalyzeClasses(packages = "nl.meldspoor.cases", importOptions = ImportOption.DoNotIncludeTests.class)
class DecideKnowsNoWorldTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_JAVA_AND_THE_EVENTS = classes()
            .that().resideInAPackage("nl.meldspoor.cases.decide..")
            .should().onlyDependOnClassesThat().resideInAnyPackage(
                    "java.lang..", "java.util..", "java.time..", "nl.meldspoor.cases.decide..", "nl.meldspoor.events..", "nl.meldspoor.terms..");

    @ArchTest
    static final ArchRule ASKS_NO_CLOCK_AND_NO_DICE = noClasses()
            .that().resideInAPackage("nl.meldspoor.cases.decide..")
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(UUID.class, "randomUUID")
            .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
            .orShould().dependOnClassesThat().areAssignableTo(java.util.Random.class);

    @ArchTest
    static final ArchRule STORING_NEVER_LOOKS_UP_AT_REST_OR_DECIDING = noClasses()
            .that().resideInAnyPackage("nl.meldspoor.cases.store..", "nl.meldspoor.cases.seal..", "nl.meldspoor.cases.relay..")
            .should().dependOnClassesThat().resideInAnyPackage("nl.meldspoor.cases.rest..", "nl.meldspoor.cases.decide..");
}
