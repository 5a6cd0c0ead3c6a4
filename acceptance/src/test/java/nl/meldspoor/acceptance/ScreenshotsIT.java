package nl.meldspoor.acceptance;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import nl.meldspoor.embedded.Repository;
import nl.meldspoor.examples.ExampleCase;
import nl.meldspoor.examples.LoadExamples;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes the pictures of {@code docs/screenshots}, of the example cases; only when asked to, by {@code ./meldspoor screenshots}. */
@EnabledIfSystemProperty(named = "meldspoor.screenshots", matches = "true")
class ScreenshotsIT {

    private static final Path FOLDER = Repository.root().resolve("docs/screenshots");

    /** The first example: a case of the Meldcode that went all its steps. */
    private static String first;

    @BeforeAll
    static void theExampleCasesAreThere() throws Exception {
        LoadExamples load = new LoadExamples(
                Meldspoor.running().address(Service.CASES).toString(),
                Meldspoor.running().keycloak().address().toString());
        Instant now = Instant.now();
        String last = "";
        for (String name : ExampleCase.NAMES) {
            ExampleCase example = ExampleCase.read(name);
            String id = load.load(example, now).getFirst().at("/case/id").asText();
            first = first == null ? id : first;
            last = example.organisation().equals("de-linde") ? id : last;
        }
        String awaited = last;
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Caller.of("de-linde-board")
                .get(Service.REPORTING, "/v1/cases/" + awaited + "/timeline")
                .send()
                .status()
                == 200);
    }

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("overview", "de-linde-board", "/", Screen.DESKTOP, ColorScheme.LIGHT),
                Arguments.of("overview-dark", "de-linde-attention-officer", "/", Screen.DESKTOP, ColorScheme.DARK),
                Arguments.of("duties-phone", "de-linde-professional", "/", Screen.PHONE, ColorScheme.LIGHT),
                Arguments.of("deadlines", "de-linde-report-team", "/deadlines?state=MISSED", Screen.DESKTOP, ColorScheme.LIGHT),
                Arguments.of("deadlines-phone-dark", "de-linde-report-team", "/deadlines?urgency=OVERDUE", Screen.PHONE, ColorScheme.DARK),
                Arguments.of("statistics", "de-linde-client-council", "/statistics", Screen.DESKTOP, ColorScheme.LIGHT));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureIsTaken(String name, String user, String path, Screen screen, ColorScheme scheme) throws Exception {
        Files.createDirectories(FOLDER);
        try (Visitor visitor = Visitor.of(Caller.of(user), screen, "nl-NL", scheme)) {
            visitor.goesTo(path).picture(FOLDER.resolve(name + ".png"));
        }
    }

    @Test
    void aPictureOfTheSignInIsTaken() throws Exception {
        Files.createDirectories(FOLDER);
        try (Visitor stranger = Visitor.stranger(Screen.PHONE)) {
            stranger.goesTo("/").picture(FOLDER.resolve("sign-in-phone.png"));
        }
    }

    @Test
    void aPictureOfACaseThroughTimeIsTaken() throws Exception {
        Files.createDirectories(FOLDER);
        try (Visitor professional = Visitor.of(Caller.of("de-linde-professional"), Screen.DESKTOP)) {
            professional.goesTo("/cases/" + first + "?version=9").picture(FOLDER.resolve("case.png"));
        }
    }
}
