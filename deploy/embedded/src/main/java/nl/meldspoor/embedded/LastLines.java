package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of a log, for the message when a part does not start. */
final class LastLines {

    private static final int COUNT = 12;
    private static final Pattern REASON = Pattern.compile(" ends reason=\\\\\"(.*?)\\\\\"");

    private LastLines() {}

    /** The reason a service of ours gave before it ended of its own accord; a log goes on over several starts, of which this process was one. */
    static Optional<String> reason(Path log, long process) {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("\"processId\":" + process + "}"))
                    .map(REASON::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    static String of(Path log) {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - COUNT), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
