package nl.meldspoor.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads command lines, to be sure that a number in a pid file still means our process. */
final class Commands {

    private Commands() {}

    static boolean mentions(ProcessHandle process, Path path) {
        return mentions(process, path.toString());
    }

    static boolean mentions(ProcessHandle process, String words) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ')
                    .contains(words);
        } catch (IOException e) {
            // gone in the meantime
            return false;
        }
    }
}
