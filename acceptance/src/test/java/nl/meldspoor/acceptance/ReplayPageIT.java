package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.LIAISON_NOORD;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.People.STAFF;
import static nl.meldspoor.acceptance.People.SUPERVISOR;
import static nl.meldspoor.acceptance.People.WATERLAND_BOARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import nl.meldspoor.events.proof.HashChain;
import nl.meldspoor.terms.AmsterdamDay;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a case went, as an auditor and others look at it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayPageIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** One is signed every minute. */
    private static final Duration CHECKPOINT = Duration.ofMinutes(3);

    private CaseFile file;

    @BeforeAll
    void aCaseWithALateEntryADeviationAndAnOutcome() {
        file = aCase();
    }

    private static CaseFile aCase() {
        return PROFESSIONAL
                .open(Entries.meldcode())
                .with("signals", Entries.signal().with("observedAt", When.noonDaysAgo(20)))
                .with("consultations", Entries.consultation())
                .with("conversations", Entries.conversation())
                .with("assessments", Entries.assessment())
                .with("decisions", Entries.decisions())
                .with(
                        "meldingen",
                        Entries.melding()
                                .with("discussedWithClient", false)
                                .without("clientReaction")
                                .with("deviation", "Het ging te snel."));
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anAuditorSeesFactsUntilHeSaysWhyHeLooks(Screen screen) {
        // given
        CaseFile other = aCase();
        try (Visitor auditor = Visitor.of(AUDITOR, screen)) {
            auditor.goesTo("/cases/" + other.id()).isWellMade();
            String before = auditor.reads();

            // when
            auditor.page().fill("#inspection-reason", "Jaarlijkse controle");
            auditor.page().click("text=Leg de reden vast en open de inhoud");
            auditor.page().waitForURL("**?until=*");
            String notice = auditor.reads();
            auditor.goesTo("/cases/" + other.id() + "?version=2").isWellMade();

            // then
            assertThat(before).contains("De inhoud is gesloten").doesNotContain("Blauwe plekken");
            assertThat(notice).contains("De inhoud is voor u geopend tot");
            assertThat(auditor.reads()).contains("Blauwe plekken op de onderarm.").doesNotContain("De inhoud is gesloten");
        }
    }

    @Test
    void withoutAReasonNothingOpens() {
        // given
        CaseFile other = aCase();
        try (Visitor auditor = Visitor.of(AUDITOR, Screen.DESKTOP)) {
            // when
            auditor.goesTo("/cases/" + other.id());
            auditor.page().click("text=Leg de reden vast en open de inhoud");
            auditor.page().waitForSelector("#inspection-faults");

            // then
            assertThat(auditor.page().locator("#inspection-reason-error").innerText()).isEqualTo("Vul dit in.");
            auditor.isAccessible();
        }
    }

    @Test
    void theSliderGoesThroughTimeByKeyboard() {
        try (Visitor professional = Visitor.of(PROFESSIONAL, Screen.DESKTOP)) {
            // given
            professional.goesTo("/cases/" + file.id());
            professional.page().focus("#version");

            // when
            professional.page().keyboard().press("Home");
            await().atMost(SOON).until(() -> professional.page().locator("#point").innerText().startsWith("Vastlegging 1 van 7"));
            professional.page().keyboard().press("ArrowRight");
            await().atMost(SOON).until(() -> professional.page().locator("#point").innerText().startsWith("Vastlegging 2 van 7: Signaal."));

            // then
            assertThat(professional.page().evaluate("document.activeElement.id")).isEqualTo("version");
            await().atMost(SOON).until(() -> professional.page().url().endsWith("?version=2"));
            assertThat(professional.reads()).contains("Laat vastgelegd").contains("Plicht ontstaan");
            professional.isWellMade();
        }
    }

    @Test
    void withoutAScriptEveryEntryIsALinkAway() {
        try (Visitor professional = Visitor.withoutScript(PROFESSIONAL, Screen.PHONE)) {
            // when
            professional.goesTo("/cases/" + file.id());
            professional.page().click("text=Vorige");
            professional.page().waitForURL("**?version=6");
            String sixth = professional.page().locator("#point").innerText();
            professional.page().click("text=Reken de keten na");
            professional.page().waitForURL("**/chain");

            // then
            assertThat(sixth).startsWith("Vastlegging 6 van 7: De twee besluiten.");
            assertThat(professional.reads()).contains("De keten klopt.");
        }
    }

    @Test
    void itSaysWhatAnEntryChangedAndByWhichRule() {
        try (Visitor professional = Visitor.of(PROFESSIONAL, Screen.DESKTOP, "nl-NL", ColorScheme.DARK)) {
            // when
            String assessment = professional.goesTo("/cases/" + file.id() + "?version=5").reads();
            professional.isWellMade();
            String melding = professional.goesTo("/cases/" + file.id() + "?version=7").reads();
            professional.isWellMade();

            // then
            assertThat(assessment).contains("Uitkomsten tot hier", "Regel", "versie", "Er is acute of structurele onveiligheid: melden bij Veilig Thuis.");
            assertThat(melding).contains("Week af van regel MEL-1", "Het ging te snel.", "Plicht voldaan");
        }
    }

    @Test
    void aDayShowsWhatWasKnownThen() {
        try (Visitor professional = Visitor.of(PROFESSIONAL, Screen.DESKTOP, "en-GB", ColorScheme.LIGHT)) {
            // when
            professional.goesTo("/cases/" + file.id() + "?at=" + When.daysAgo(-1));
            String tomorrow = professional.page().locator("#point").innerText();
            professional.goesTo("/cases/" + file.id() + "?at=2001-01-01");

            // then
            assertThat(tomorrow).startsWith("Entry 7 of 7: Melding made.");
            assertThat(professional.status()).isEqualTo(404);
        }
    }

    @Test
    void theChainIsRecomputedAndTheBundleHoldsTheProof() throws IOException {
        try (Visitor professional = Visitor.of(PROFESSIONAL, Screen.DESKTOP)) {
            // when
            professional.goesTo("/cases/" + file.id());
            professional.page().click("text=Reken de keten na");
            professional.page().waitForSelector("#verdict .note");
            Download download = professional.page().waitForDownload(() -> professional.page().click("text=Download alles"));

            // then
            assertThat(professional.page().locator("#verdict").innerText()).contains("De keten klopt.", "Alle 7 vastleggingen");
            Map<String, byte[]> files = unzip(download);
            assertThat(files).containsOnlyKeys("LEES-MIJ.txt", "leesbaar.pdf", "case.json", "events.json", "proof.json");
            assertThat(text(files.get("leesbaar.pdf")))
                    .contains("Wat er gebeurde", "Blauwe plekken op de onderarm.", "MEL-1")
                    .contains("Wat hierdoor veranderde", "Plicht ontstaan:", "Plicht voldaan:", "Nu vastgelegd:", "Termijn begon:")
                    .contains("Of het dossier verankerd is, is alleen te zien voor de auditor en de bestuurder.");
            var proof = Body.MAPPER.readTree(files.get("proof.json"));
            String previous = null;
            for (var link : proof.get("events")) {
                previous = HashChain.link(previous, link.get("canonical").asText());
            }
            assertThat(previous).isEqualTo(proof.get("head").asText());
            assertThat(new String(files.get("LEES-MIJ.txt"), StandardCharsets.UTF_8)).contains(previous);
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anAuditorSeesSinceWhenTheCaseIsAnchoredAndWhatThatMeans(Screen screen) {
        // given
        await().atMost(CHECKPOINT).pollInterval(Duration.ofSeconds(1)).until(() -> AUDITOR.get(file.path() + "/proof").expect(200).at("/log/sequence").asInt() == 7);
        try (Visitor auditor = Visitor.of(AUDITOR, screen)) {
            // when
            auditor.goesTo("/cases/" + file.id());
            auditor.page().click("text=Reken de keten na");
            auditor.page().waitForSelector("[data-anchoring]");

            // then
            String key = AUDITOR.get("/v1/log/key").expect(200).at("/keys/0/id").asText();
            assertThat(auditor.page().locator("[data-anchoring=WHOLE]").innerText())
                    .contains("Het dossier is verankerd sinds " + AmsterdamDay.of(Instant.now()).getDayOfMonth(), "Dat betekent", key);
            auditor.isWellMade();
        }
    }

    @Test
    void whoMayNotSeeTheLogIsToldWhomToAsk() {
        try (Visitor professional = Visitor.of(PROFESSIONAL, Screen.PHONE)) {
            professional.goesTo("/cases/" + file.id() + "/chain").isWellMade();

            assertThat(professional.page().locator("[data-anchoring=NOT_ALLOWED]").innerText()).contains("de auditor en de bestuurder");
        }
    }

    @Test
    void itSaysWhoWasWarned() {
        try (Visitor professional = Visitor.of(PROFESSIONAL, Screen.PHONE)) {
            await().atMost(SOON).until(() -> professional.goesTo("/cases/" + file.id() + "/warnings").status() == 200
                    && professional.reads().contains("bericht in Meldspoor"));

            assertThat(professional.title()).isEqualTo("Wie is gewaarschuwd?");
            professional.isWellMade();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?version=abc", "?at=gisteren", "?until=straks"})
    void anAddressThatIsNotRightSaysWhere(String query) {
        try (Visitor professional = Visitor.of(PROFESSIONAL, Screen.PHONE)) {
            professional.goesTo("/cases/" + file.id() + query);

            assertThat(professional.status()).isEqualTo(400);
            assertThat(professional.title()).isEqualTo("Dit adres klopt niet helemaal");
            professional.isAccessible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?version=0", "?version=999", "?version=999999999"})
    void anEntryThatIsNotThereIsNotFound(String query) {
        try (Visitor professional = Visitor.of(PROFESSIONAL, Screen.DESKTOP)) {
            assertThat(professional.asks("/cases/" + file.id() + query).status()).isEqualTo(404);
        }
    }

    @Test
    void whoMayNotSeeTheCaseFindsNothingThroughAnyAddressOfIt() {
        for (Caller stranger : List.of(WATERLAND_BOARD, STAFF, REPORT_TEAM, LIAISON_NOORD)) {
            try (Visitor visitor = Visitor.of(stranger, Screen.DESKTOP)) {
                for (String address : List.of("", "?version=1", "/chain", "/warnings", "/bundle")) {
                    // 403 where the role may never look, before the case is looked up
                    assertThat(visitor.asks("/cases/" + file.id() + address).status()).as("%s %s", stranger, address).isIn(403, 404);
                }
            }
        }
    }

    @Test
    void theAccusedFindsNothing() {
        // given
        CaseFile about = REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReport().with("accusedUser", "de-linde-supervisor").with("receivedByUser", "de-linde-supervisor"));

        try (Visitor accused = Visitor.of(SUPERVISOR, Screen.DESKTOP)) {
            assertThat(accused.asks("/cases/" + about.id()).status()).isEqualTo(404);
            assertThat(accused.asks("/cases/" + about.id() + "/bundle").status()).isEqualTo(404);
            assertThat(accused.goesTo("/cases").page().content()).doesNotContain(about.id());
        }
    }

    @Test
    void whoOpenedACaseOfTheOtherRouteSeesHisOwnEntriesOnly() {
        // given
        CaseFile own = PROFESSIONAL.open(Entries.careRelation()).with("signals", Entries.signal());
        own.as(REPORT_TEAM).record("internal-reports", Entries.internalReportOnNobody());

        try (Visitor professional = Visitor.of(PROFESSIONAL, Screen.PHONE)) {
            professional.goesTo("/cases/" + own.id()).isWellMade();

            assertThat(professional.reads())
                    .contains("Van deze casus ziet u wat u zelf vastlegde")
                    .doesNotContain("Interne melding")
                    .doesNotContain("Klopt het dossier?");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aCaseIsFoundByItsNumberAndByWhatItIs(Screen screen) {
        try (Visitor auditor = Visitor.of(AUDITOR, screen)) {
            // when
            auditor.goesTo("/cases?route=MELDCODE&status=OPEN&unit=Team+Oost").isWellMade();
            boolean listed = auditor.page().content().contains(file.id());
            auditor.page().fill("#id", file.id());
            auditor.page().click("text=Zoek");
            auditor.page().waitForURL("**/cases/" + file.id());

            // then
            assertThat(listed).isTrue();
            assertThat(auditor.title()).startsWith("Meldcode");
        }
    }

    /** As it is read: lines end where the page does. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static Map<String, byte[]> unzip(Download download) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = download.createReadStream();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
