package nl.meldspoor.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the verifier answered to a file. */
record Verified(int exitCode, String out, String err) {

    static Verified of(Path folder, String content, String... options) {
        try {
            Path file = Files.createTempFile(folder, "proof", ".json");
            Files.writeString(file, content);
            List<String> args = new ArrayList<>(List.of(options));
            args.add(file.toString());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = Verify.run(args.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
            return new Verified(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Verified of(Path folder, ObjectNode proof, String... options) {
        List<String> args = new ArrayList<>(List.of(options));
        args.add("--json");
        return of(folder, proof.toString(), args.toArray(String[]::new));
    }

    JsonNode json() {
        try {
            return ProofFile.JSON.readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** YES, NO or UNKNOWN. */
    String answer(String question) {
        return json().path("answers").path(question).path("holds").asText();
    }

    /** Codes of what was found, with the sequence where there is one: {@code TEXT_CHANGED 3}. */
    List<String> findings(String question) {
        List<String> findings = new ArrayList<>();
        json().path("answers").path(question).path("findings").forEach(f -> findings.add(
                f.path("code").asText() + (f.path("sequence").isNull() ? "" : " " + f.path("sequence").asLong())));
        return findings;
    }
}
