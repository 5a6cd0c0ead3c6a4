package nl.meldspoor.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the logs of a folder small: one that grew past its bound becomes {@code NAME.log.1}, replacing the one before,
 * and goes on empty. The parts append, so they need not be told.
 */
final class BoundedLogs {

    static final long MOST_BYTES = 8L * 1024 * 1024;

    private BoundedLogs() {}

    static void trim(Path folder) {
        try (var logs = Files.newDirectoryStream(folder, "*.log")) {
            for (var log : logs) {
                if (Files.size(log) > MOST_BYTES) {
                    Files.copy(
                            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                        channel.truncate(0);
                    }
                }
            }
        } catch (IOException e) {
            // full or gone: the next round tries again
            System.getLogger(BoundedLogs.class.getName())
                    .log(System.Logger.Level.WARNING, "event=log-not-trimmed reason={0}", e.toString());
        }
    }
}
