package nl.meldspoor.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * JSON that somebody looked at and approved, one file per name. A test that finds something else fails; who means the change runs the
 * tests once with {@code -Dmeldspoor.approve}, looks at the difference and commits it.
 */
public final class Approved {

    private static final boolean APPROVE = System.getProperty("meldspoor.approve") != null;

    private final Path folder;

    /** @param folder under the test resources of this module */
    public Approved(String folder) {
        this.folder = Path.of("src/test/resources/nl/meldspoor/events").resolve(folder);
    }

    /** Fails when {@code now} is not what was approved under that name. */
    public void check(String name, JsonNode now) {
        Path file = folder.resolve(name + ".json");
        String text = pretty(now);
        try {
            if (APPROVE) {
                Files.createDirectories(folder);
                Files.writeString(file, text);
            }
            assertThat(file).as("nothing was approved yet; run once with -Dmeldspoor.approve").exists();
            assertThat(text)
                    .as("%s is not as it was approved. If that is meant, run once with -Dmeldspoor.approve and look", name)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was approved under that name. */
    public ObjectNode read(String name) {
        try {
            return EventJson.object(Files.readString(folder.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All approved names. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString().replace(".json", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(JsonNode json) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            return EventJson.mapper()
                            .writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                            .writeValueAsString(json)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
