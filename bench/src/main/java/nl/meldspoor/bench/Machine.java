package nl.meldspoor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static String told() {
        return "%s, %d processors, %.1f GiB memory, Linux %s, Java %s, load before %s"
                .formatted(
                        lineOf(Path.of("/proc/cpuinfo"), "model name").replaceAll(".*: ", ""),
                        Runtime.getRuntime().availableProcessors(),
                        kib(lineOf(Path.of("/proc/meminfo"), "MemTotal")) / 1024.0 / 1024,
                        System.getProperty("os.version"),
                        Runtime.version(),
                        first(Path.of("/proc/loadavg")).replaceAll("^(\\S+ \\S+ \\S+).*", "$1"));
    }

    static double residentMiB(long pid) {
        return kib(lineOf(Path.of("/proc/" + pid + "/status"), "VmRSS")) / 1024.0;
    }

    /** Processor time a process has used, in milliseconds; 0 when it is gone. */
    static double processorMillis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(used -> used.toNanos() / 1e6).orElse(0.0);
    }

    /** What a process calls itself; empty when it is gone. */
    static String title(ProcessHandle process) {
        return first(Path.of("/proc/" + process.pid() + "/cmdline")).replace('\0', ' ');
    }

    private static long kib(String line) {
        var digits = line.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static String lineOf(Path file, String word) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT))).findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String first(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
