package nl.meldspoor.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file with the number of a process. */
final class PidFile {

    private PidFile() {}

    /** The process, when it lives and its command line has {@code words} in it (numbers are given out again). */
    static Optional<ProcessHandle> handle(Path file, String words) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Commands.mentions(process, words));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
