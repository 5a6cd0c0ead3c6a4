package nl.meldspoor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLinesTest {

    @TempDir
    Path folder;

    @Test
    void theReasonIsThatOfTheProcessThatEndedAndNotOfOneBeforeIt() throws Exception {
        // given
        Path log = Files.writeString(folder.resolve("case-service.log"), """
                Picked up JAVA_TOOL_OPTIONS: -Dx=y
                {"level":"FATAL","message":"case-service ends reason=\\"the key is another one\\"","processId":41}
                {"level":"FATAL","message":"case-service ends reason=\\"the file is not there\\" [Error Occurred After Shutdown]","processId":417}
                {"level":"INFO","message":"case-service stopped in 2.0s","processId":417}
                {"level":"INFO","message":"case-service started","processId":5}
                """);

        // when, then
        assertThat(LastLines.reason(log, 417)).contains("the file is not there");
        assertThat(LastLines.reason(log, 41)).contains("the key is another one");
        assertThat(LastLines.reason(log, 5)).isEmpty();
        assertThat(LastLines.reason(folder.resolve("nowhere.log"), 5)).isEmpty();
    }
}
