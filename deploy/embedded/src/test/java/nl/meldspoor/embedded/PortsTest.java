package nl.meldspoor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void noPortIsGivenTwiceAndNoneThatTheSystemHandsOutByItself() {
        // when
        List<Integer> ports = Stream.generate(Ports::free).limit(300).toList();

        // then
        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port < 32_768).noneMatch(Ports::taken);
    }
}
