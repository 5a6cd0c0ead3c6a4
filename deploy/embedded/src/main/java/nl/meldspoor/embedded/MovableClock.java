package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The wall clock of one part, put forward and back while it runs, as when somebody sets the clock of its machine. For tests.
 *
 * <p>libfaketime (Debian package {@code faketime}) answers in place of the C library and looks at a file each time it is asked. What measures
 * durations, the monotonic clock, goes on as it is. A part whose clock was never set has nothing to do with any of this.
 */
public final class MovableClock {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

    private final Path file;

    private MovableClock(Path file) {
        this.file = file;
    }

    static MovableClock of(Path data, String part) {
        return new MovableClock(data.resolve("clock").resolve(part));
    }

    /** Whether clocks can be moved on this machine. */
    public static boolean isThere() {
        return library().isPresent();
    }

    /**
     * From now on the clock is so much ahead of that of the machine, or behind it. The first time it counts when the part starts again.
     *
     * @param ahead cut to seconds
     */
    public void set(Duration ahead) {
        try {
            Files.createDirectories(file.getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, "%+d%n".formatted(ahead.toSeconds()));
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the part starts again it has the clock of the machine. */
    public void release() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it was ever set. */
    public boolean isSet() {
        return Files.exists(file);
    }

    /** What stands before the command of the part: nothing as long as its clock was never set. */
    List<String> prefix() {
        if (!isSet()) {
            return List.of();
        }
        var library = library().orElseThrow(() -> new IllegalStateException("expected libfaketime, but it is not there: install the package faketime"));
        return List.of(
                "env",
                "LD_PRELOAD=" + library,
                "FAKETIME_TIMESTAMP_FILE=" + file,
                "FAKETIME_NO_CACHE=1",
                "FAKETIME_DONT_FAKE_MONOTONIC=1",
                // else what waits for so long comes back at once: https://github.com/wolfcw/libfaketime, README, 2 (b)
                "FAKETIME_FORCE_MONOTONIC_FIX=0");
    }

    private static Optional<Path> library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst();
    }
}
