package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who has the verifier and files he kept, and nothing else of ours, checks how a case was handled; also after its content was erased. */
class VerifyIT {

    private static final Path VERIFIER = Path.of(System.getProperty("meldspoor.root"), "verifier/target/meldspoor-verify.jar");

    @TempDir
    Path folder;

    private record Said(int exitCode, String text) {}

    /** The verifier as a process of its own: no service, no database, no key but the one in the file. */
    private Said verify(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar", VERIFIER.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private Path keeps(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The newest checkpoint as soon as the case is in it up to this event. */
    private static String checkpointWith(CaseFile file, int sequence) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(500)).until(
                () -> AUDITOR.get(file.path() + "/proof").expect(200).at("/log/sequence").asInt() >= sequence);
        return AUDITOR.get("/v1/log/checkpoint").header("Accept", "text/plain").expect(200).text();
    }

    private static CaseFile caseWithTwoEvents() {
        return PROFESSIONAL.open(Planted.meldcode().without("excludeUsers")).with("signals", Planted.signal());
    }

    @Test
    void aProofIsCheckedOfflineAgainstACheckpointThatWasKept() throws Exception {
        // given
        CaseFile file = caseWithTwoEvents();
        Path kept = keeps("kept", checkpointWith(file, 2));
        Path key = keeps("key", AUDITOR.get("/v1/log/key").header("Accept", "text/plain").expect(200).text());
        String size = Files.readAllLines(kept).get(1);
        file.record("signals", Planted.signal());
        checkpointWith(file, 3);

        // when
        String proof = AUDITOR.get(file.path() + "/proof?from=" + size).expect(200).text();
        Said whole = verify(keeps("proof.json", proof), "--key", key, "--checkpoint", kept, "--language", "en");
        Said tampered = verify(keeps("tampered.json", proof.replace("CONFIRMS", "CONTRADICTS")), "--key", key, "--checkpoint", kept, "--language", "nl");

        // then
        assertThat(whole.text()).contains("The chain is whole: 3 events", "Signed: the case as a whole", "Anchored: the case as a whole");
        assertThat(whole.exitCode()).isZero();
        assertThat(tampered.text()).contains("De keten is NIET heel", "gebeurtenis 2");
        assertThat(tampered.exitCode()).isEqualTo(1);
    }

    @Test
    void theProofHoldsAfterErasureAndNothingOfTheContentIsLeft() throws Exception {
        // given
        CaseFile file = REPORT_TEAM.open(Planted.careRelation().without("excludeUsers")).with("signals", Planted.signal());
        Path kept = keeps("kept", checkpointWith(file, 2));
        Path key = keeps("key", AUDITOR.get("/v1/log/key").header("Accept", "text/plain").expect(200).text());
        String head = AUDITOR.get(file.path() + "/proof").expect(200).at("/head").asText();

        // when
        BOARD.post(file.path() + "/erasure", "{\"reason\":\"Op verzoek\"}").expect(201);

        // then
        String read = file.caller().get(file.path()).expect(200).text() + file.caller().get(file.path() + "/events").expect(200).text();
        assertThat(new WordSearch(List.of(Planted.WORD)).in(read)).isEmpty();
        assertThat(file.read().get("erased").asBoolean()).isTrue();
        BOARD.get(file.path() + "/extracts/board-report").header("Accept", "application/json").expect(410);
        REPORT_TEAM.post(file.path() + "/signals", Planted.signal()).expect(409);
        checkpointWith(file, 3);
        String proof = AUDITOR.get(file.path() + "/proof?from=" + Files.readAllLines(kept).get(1)).expect(200).text();
        Said said = verify(keeps("proof.json", proof), "--key", key, "--checkpoint", kept, "--head", head, "--language", "en");
        assertThat(said.text()).contains("The chain is whole: 3 events", "Anchored: the case as a whole", "The head you kept is that of event 2", "content was erased");
        assertThat(said.exitCode()).isZero();

        // and the other services took the erasure in, and go on
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            List<String> types = new ArrayList<>();
            for (JsonNode event : REPORT_TEAM.get(Service.REPORTING, file.path() + "/timeline").expect(200).at("/events")) {
                types.add(event.get("type").asText());
            }
            assertThat(types).endsWith("CaseErased");
        });
        assertThat(Topic.of(file)).last().satisfies(message -> assertThat(message.headers().get("ce_type")).isEqualTo("nl.meldspoor.cases.case-erased.v1"));
    }
}
