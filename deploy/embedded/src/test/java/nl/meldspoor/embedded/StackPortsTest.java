package nl.meldspoor.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ports that integrators count on, and how to change one. */
class StackPortsTest {

    @Test
    void areTheFixedOnesUnlessChanged() {
        assertThat(StackPorts.fromEnvironment(Map.of()))
                .isEqualTo(new StackPorts(5432, 9092, 8180, 8081, 8082, 8083));
        assertThat(StackPorts.fromEnvironment(Map.of("MELDSPOOR_CASE_PORT", "9081")))
                .isEqualTo(new StackPorts(5432, 9092, 8180, 9081, 8082, 8083));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "65536", "-1"})
    void refuseWhatIsNoPort(String text) {
        assertThatThrownBy(() -> StackPorts.fromEnvironment(Map.of("MELDSPOOR_KAFKA_PORT", text)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MELDSPOOR_KAFKA_PORT")
                .hasMessageContaining(text);
    }
}
