package nl.meldspoor.reporting.web.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class BundleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Bundle bundle = new Bundle(out, Instant.parse("2026-03-02T09:00:00Z"));

    @Test
    void aFileIsOnItsWayBeforeTheNextIsMade() throws IOException {
        // when
        bundle.with("first.txt", "één");
        var onItsWay = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
        bundle.with("second.txt", "twee").end();

        // then
        assertThat(onItsWay.getNextEntry().getName()).isEqualTo("first.txt");
        assertThat(new String(onItsWay.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("één");
    }

    @Test
    void holdsEveryFileInOrder() throws IOException {
        // when
        bundle.with("first.txt", "één").with("second.txt", "twee").end();

        // then
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("first.txt");
            assertThat(zip.getNextEntry().getName()).isEqualTo("second.txt");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("twee");
            assertThat(zip.getNextEntry()).isNull();
        }
    }
}
