package nl.meldspoor.cases.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.meldspoor.verifier.Verify;

/** Somebody outside who keeps files and has the verifier, and nothing else of ours. */
final class Auditor {

    private final Path folder;

    Auditor(Path folder) {
        this.folder = folder;
    }

    /** What the verifier said. */
    record Said(int exitCode, String text) {}

    Path keeps(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    Said verifies(String proof, Path key, Path checkpoint) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "proof", ".json"), proof);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Verify.run(
                List.of("--language", "en", "--key", key.toString(), "--checkpoint", checkpoint.toString(), file.toString()).toArray(String[]::new),
                print,
                print);
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }
}
