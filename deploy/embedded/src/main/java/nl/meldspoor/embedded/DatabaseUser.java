package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Who runs PostgreSQL, which refuses to run as root: ourselves, or {@code postgres} or {@code nobody} when we are root.
 *
 * <p>That user often cannot enter the folders above the data (a temporary folder is 0700). Then the process keeps one
 * capability, {@code dac_read_search}, by which it may pass through folders; it owns the data and nothing else.
 */
final class DatabaseUser {

    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    private DatabaseUser() {}

    /** The options of {@code setpriv} by which a command may run on {@code data}; none when we are not root. */
    static List<String> privilegesFor(Path binaries, Path data) {
        if (!weAreRoot()) {
            return List.of();
        }
        var user = user();
        var plain = List.of("--reuid", user.name(), "--regid", user.group(), "--clear-groups");
        if (reaches(plain, binaries, data)) {
            return plain;
        }
        var passing = List.of(
                "--reuid", user.name(), "--regid", user.group(), "--clear-groups",
                "--securebits", "+no_setuid_fixup", "--inh-caps", "-all,+dac_read_search", "--ambient-caps", "-all,+dac_read_search");
        if (reaches(passing, binaries, data)) {
            return passing;
        }
        throw new IllegalStateException("user " + user.name() + " cannot reach " + data
                + ": PostgreSQL may not run as root; use a folder that others may enter, or start as another user");
    }

    /** Gives the data to who runs PostgreSQL. */
    static void own(Path data) {
        if (weAreRoot()) {
            var user = user();
            Children.run(AT_MOST, new ProcessBuilder("chown", "-R", user.name() + ":" + user.group(), data.toString()));
        }
    }

    static boolean weAreRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record User(String name, String group) {}

    private static User user() {
        for (var candidate : CANDIDATES) {
            try {
                return new User(candidate, groupOf(candidate));
            } catch (IllegalStateException e) {
                // not on this machine: the next one
                continue;
            }
        }
        var name = "meldspoor-db";
        try {
            groupOf(name);
        } catch (IllegalStateException e) {
            Children.run(AT_MOST, new ProcessBuilder("useradd", "--system", "--no-create-home", "--shell", "/bin/false", name));
        }
        return new User(name, groupOf(name));
    }

    private static String groupOf(String user) {
        return Children.run(AT_MOST, new ProcessBuilder("id", "-gn", user)).strip();
    }

    private static boolean reaches(List<String> privileges, Path binaries, Path data) {
        var postgres = binaries.resolve("bin/postgres").toString();
        try {
            Children.run(
                    AT_MOST,
                    privileges,
                    new ProcessBuilder(
                            "sh", "-c", "test -x \"$1\" && test -r \"$2\"", "sh", postgres, data.toString()));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
