package nl.meldspoor.cases.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A table of examples that is its own test. */
public abstract class RuleExamples {

    public abstract List<Example> examples();

    @TestFactory
    Stream<DynamicTest> table() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.says(),
                        () -> assertThat(example.given().when(example.when()).refusedBy())
                                .isEqualTo(example.refusedBy())));
    }
}
