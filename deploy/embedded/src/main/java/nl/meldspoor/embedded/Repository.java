package nl.meldspoor.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the top folder of the repository, from wherever a test or the script runs. */
public final class Repository {

    private Repository() {}

    /** By system property {@code meldspoor.root}, else the first folder upwards that holds {@code case-service} and {@code deploy}. */
    public static Path root() {
        var given = System.getProperty("meldspoor.root");
        var start = (given == null ? Path.of("") : Path.of(given)).toAbsolutePath().normalize();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("case-service")) && Files.isDirectory(folder.resolve("deploy/embedded"))) {
                return folder;
            }
        }
        throw new IllegalStateException("expected the repository above " + start + ", but found no case-service and deploy/embedded");
    }
}
