package nl.meldspoor.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of a log, for the message when a part does not start. */
final class LastLines {

    private static final int COUNT = 12;

    private LastLines() {}

    static String of(Path log) {
        try {
            var lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - COUNT), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
