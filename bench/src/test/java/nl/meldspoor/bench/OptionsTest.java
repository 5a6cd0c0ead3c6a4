package nl.meldspoor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked of the benchmark, and what its table says. Nothing is measured here. */
class OptionsTest {

    @Test
    void theShortFormIsSmallerInEverything() {
        var whole = Options.read();
        var quick = Options.read("--short");

        assertThat(quick.groups()).isEqualTo(whole.groups());
        assertThat(quick.runs()).isLessThan(whole.runs());
        assertThat(quick.each()).isLessThan(whole.each());
        assertThat(quick.deadlines()).isLessThan(whole.deadlines());
    }

    @Test
    void everyOptionCanBeSet() {
        var options = Options.read(
                "--only", "chain,lists", "--runs", "5", "--seconds", "30", "--deadlines", "1000", "--cases", "2000", "--clients", "8");

        assertThat(options)
                .isEqualTo(new Options(Set.of(Options.Group.CHAIN, Options.Group.LISTS), 5, Duration.ofSeconds(30), 1_000, 2_000, 8, false));
    }

    @Test
    void whatIsNotUnderstoodSaysHowItGoes() {
        for (var words : List.of(new String[] {"--fast"}, new String[] {"--runs"}, new String[] {"--runs", "0"}, new String[] {"--only", "all"})) {
            assertThatThrownBy(() -> Options.read(words))
                    .isInstanceOf(Options.NotUnderstood.class)
                    .hasMessageContaining("./meldspoor bench");
        }
    }

    @Test
    void aRateIsHeldAgainstTheLimitOfItsOwnRun() {
        var figure = Figure.atLeast("signals", 1.0, "inserts", List.of(100.0, 300.0, 150.0), List.of(100.0, 200.0, 200.0));

        assertThat(figure.ratio()).isEqualTo("1.00 ×");
        assertThat(figure.met()).isTrue();
        assertThat(figure.spread()).isEqualTo("0.75 × … 1.50 ×");
        assertThat(Table.of(List.of(figure)).lines()).hasSize(3).allSatisfy(line -> assertThat(line).startsWith("|").endsWith("|"));
    }

    @Test
    void aMissedGoalIsSaidToBeMissed() {
        assertThat(Table.of(List.of(Figure.within("as of", 20, "", List.of(25.0))))).contains("MISSED");
    }

    @Test
    void whatCouldNotBeMeasuredSaysWhyInOneLine() {
        assertThat(Table.of(List.of(Figure.missing("chain", "the service ended\n" + "x".repeat(500)))).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    }
}
