package nl.meldspoor.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README tells the truth of today: its promises have tests, its links lead somewhere, its commands exist. */
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("meldspoor.root"));
    private static final Pattern PROMISE = Pattern.compile("\\| \\[`(\\w+)`]\\(([^)]+)\\) `(\\w+)` \\|");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");
    private static final Pattern COMMAND = Pattern.compile("\\./meldspoor ([a-z]+(?:-[a-z]+)*)");

    static List<MatchResult> promises() {
        return PROMISE.matcher(read(Path.of("README.md"))).results().toList();
    }

    static List<Path> documents() throws IOException {
        try (var docs = Files.walk(ROOT.resolve("docs"))) {
            var pages = docs.filter(p -> p.toString().endsWith(".md")).map(ROOT::relativize).toList();
            return java.util.stream.Stream.concat(pages.stream(), java.util.stream.Stream.of(Path.of("README.md"))).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("promises")
    void aPromiseHasTheTestItNames(MatchResult promise) {
        assertThat(read(Path.of(promise.group(2)))).contains("class " + promise.group(1), "void " + promise.group(3) + "(");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aLinkLeadsSomewhere(Path document) {
        // when
        var links = LINK.matcher(read(document)).results().map(link -> link.group(1)).toList();

        // then
        var folder = ROOT.resolve(document).getParent();
        assertThat(links).allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aCommandIsOneTheScriptKnows(Path document) {
        // given
        var script = read(Path.of("meldspoor"));

        // when
        var commands = COMMAND.matcher(read(document)).results().map(command -> command.group(1)).toList();

        // then
        assertThat(commands).allSatisfy(command -> assertThat(script).containsPattern("(?m)^    " + command + "(\\)| \\|)"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
