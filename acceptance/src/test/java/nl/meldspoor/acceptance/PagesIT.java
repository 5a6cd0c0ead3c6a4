package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.ATTENTION_OFFICER;
import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.CLIENT_COUNCIL;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.People.SUPERVISOR;
import static nl.meldspoor.acceptance.People.WATERLAND_BOARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages people look at, in a real browser: as each role, with the wrong role, on a phone and on a desk, by day and by night. */
class PagesIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static CaseFile reportable;

    /** A case with a duty that cannot wait and a term that runs. */
    @BeforeAll
    static void aCaseThatAsksForAttention() {
        reportable = REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReport().with("accusedUser", "de-linde-staff"));
        await().atMost(SOON).until(() -> hasADeadline(reportable));
    }

    private static boolean hasADeadline(CaseFile file) {
        return Pages.all(REPORT_TEAM, Service.REPORTING, "/v1/deadlines?limit=200").stream()
                .anyMatch(deadline -> deadline.get("caseId").asText().equals(file.id()));
    }

    @ParameterizedTest
    @MethodSource("onePersonOfEachRole")
    void eachPageIsForWhoMaySeeItAndForNobodyElse(Caller who) {
        try (Visitor visitor = Visitor.of(who, Screen.PHONE)) {
            for (WebPage page : WebPage.values()) {
                var answer = visitor.asks(page.path());

                if (page.isFor(who)) {
                    assertThat(answer.status()).as("%s", page).isEqualTo(200);
                } else if (page == WebPage.OVERVIEW) {
                    // the start page leads everybody to a place of his own
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.url()).isNotEqualTo(Visitor.address("/"));
                } else {
                    assertThat(answer.status()).as("%s", page).isEqualTo(403);
                    assertThat(answer.text()).contains("<h1>Deze pagina is niet voor uw rol</h1>").doesNotContain(reportable.id());
                }
            }
        }
    }

    static Stream<Caller> onePersonOfEachRole() {
        return People.everybody().stream()
                .filter(who -> !who.toString().startsWith("waterland") && !who.toString().endsWith("-2"));
    }

    @ParameterizedTest
    @MethodSource("everyPageOnEachScreen")
    void eachPageIsWellMade(WebPage page, Screen screen, ColorScheme scheme) {
        try (Visitor visitor = Visitor.of(REPORT_TEAM, screen, "nl-NL", scheme)) {
            visitor.goesTo(page.path());

            assertThat(visitor.status()).isEqualTo(200);
            visitor.isWellMade();
        }
    }

    static Stream<Arguments> everyPageOnEachScreen() {
        return Stream.of(WebPage.values())
                .flatMap(page -> Stream.of(
                        Arguments.of(page, Screen.PHONE, ColorScheme.LIGHT),
                        Arguments.of(page, Screen.DESKTOP, ColorScheme.DARK)));
    }

    @Test
    void thePagesSpeakEnglishToWhoAsksForIt() {
        try (Visitor visitor = Visitor.of(BOARD, Screen.DESKTOP, "en-GB", ColorScheme.LIGHT)) {
            visitor.goesTo("/");

            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(visitor.title()).isEqualTo("What must be done now?");
            visitor.isWellMade();
        }
    }

    @Test
    void theOverviewSaysFirstWhatMustBeDoneWhyByWhomAndOpensTheCase() {
        try (Visitor visitor = Visitor.of(REPORT_TEAM, Screen.PHONE)) {
            visitor.goesTo("/duties");

            String mine = visitor.page().locator(".duty", new com.microsoft.playwright.Page.LocatorOptions()
                            .setHas(visitor.page().locator("a[href='/cases/" + reportable.id() + "']")))
                    .first()
                    .innerText();
            assertThat(mine).contains("Aan zet", "Casus", "Waarom", "Leidraad", "Team Oost");
        }
    }

    @Test
    void aFigureOpensTheListItWasCountedFrom() {
        try (Visitor visitor = Visitor.of(REPORT_TEAM, Screen.DESKTOP)) {
            // given
            visitor.goesTo("/");
            var open = visitor.page().locator(".card-head", new com.microsoft.playwright.Page.LocatorOptions()
                    .setHasText("Veilige zorgrelatie"));
            int counted = Integer.parseInt(open.locator(".figure").innerText().replaceAll("\\D", ""));

            // when
            open.locator("a.figure").click();

            // then
            int listed = visitor.page().locator(".case-list > li").count();
            assertThat(visitor.title()).isEqualTo("Casussen achter het cijfer");
            assertThat(listed).isEqualTo(Math.min(counted, 50)).isPositive();
        }
    }

    @Test
    void theFiguresOfADayOnWhichNothingWasRecordedAreNoughts() {
        try (Visitor visitor = Visitor.of(ATTENTION_OFFICER, Screen.DESKTOP)) {
            visitor.goesTo("/?at=2001-02-03");

            assertThat(visitor.title()).isEqualTo("De stand van toen");
            assertThat(visitor.page().locator(".card-head .figure").allInnerTexts()).allMatch(text -> text.startsWith("0"));
            assertThat(visitor.page().locator(".duty").count()).isZero();
            visitor.isWellMade();
        }
    }

    @Test
    void theBoardExplainsEachDayOneClickAway() {
        try (Visitor visitor = Visitor.of(REPORT_TEAM, Screen.PHONE)) {
            // given
            visitor.goesTo("/deadlines?kind=IGJ-DETERMINE");
            var line = visitor.page().locator(".line", new com.microsoft.playwright.Page.LocatorOptions()
                    .setHas(visitor.page().locator("a[href='/cases/" + reportable.id() + "']")));

            // when
            line.locator("summary").click();

            // then
            assertThat(line.innerText()).contains("uiterlijk", "zes weken", "Grondslag");
            assertThat(visitor.page().locator("#kind").inputValue()).isEqualTo("IGJ-DETERMINE");
            visitor.isWellMade();
        }
    }

    @Test
    void theBoardRenewsItselfWhenSomethingIsRecorded() {
        try (Visitor visitor = Visitor.of(REPORT_TEAM, Screen.DESKTOP)) {
            // given
            visitor.goesTo("/deadlines?kind=IGJ-DETERMINE");

            // when
            CaseFile another = REPORT_TEAM
                    .open(Entries.careRelation())
                    .with("internal-reports", Entries.internalReport().with("accusedUser", "de-linde-hr"));

            // then
            await().atMost(Duration.ofSeconds(90)).until(() -> visitor.page().locator("a[href='/cases/" + another.id() + "']").count() == 1);
        }
    }

    @Test
    void theBoardIsPrintedAndTakenAlong() {
        try (Visitor visitor = Visitor.of(REPORT_TEAM, Screen.DESKTOP)) {
            // given
            visitor.goesTo("/deadlines?kind=IGJ-DETERMINE");

            // when
            var sheet = visitor.page().waitForDownload(() -> visitor.page().click("text=CSV"));
            visitor.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));

            // then
            assertThat(sheet.suggestedFilename()).endsWith(".csv");
            assertThat(visitor.page().locator("nav.places").isVisible()).isFalse();
            assertThat(visitor.page().locator("#filter").isVisible()).isFalse();
            assertThat(visitor.page().locator(".line").first().isVisible()).isTrue();
        }
    }

    @Test
    void theDeadlinesGoIntoSomebodysOwnCalendar() {
        try (Visitor visitor = Visitor.of(SUPERVISOR, Screen.PHONE)) {
            // given
            visitor.goesTo("/deadlines");

            // when
            visitor.page().click("text=In mijn agenda");

            // then
            String address = visitor.page().locator("#address").inputValue();
            Answer calendar = new Call("GET", java.net.URI.create(address), java.net.http.HttpRequest.BodyPublishers.noBody()).send();
            assertThat(calendar.status()).isEqualTo(200);
            assertThat(calendar.text()).startsWith("BEGIN:VCALENDAR");
            visitor.isWellMade();
        }
    }

    @Test
    void theCouncilSeesFiguresThatNameNobody() {
        try (Visitor visitor = Visitor.of(CLIENT_COUNCIL, Screen.DESKTOP)) {
            visitor.goesTo("/");

            assertThat(visitor.page().url()).isEqualTo(Visitor.address("/statistics"));
            assertThat(visitor.reads()).contains("versie van de telling").doesNotContain("/cases/");
            visitor.isWellMade();
        }
    }

    @Test
    void theAccusedFindsNoTraceOnAnyPage() {
        // given: a case of which the supervisor is told, and is then found to be the accused
        CaseFile file = REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReport()
                        .with("receivedByUser", "de-linde-supervisor")
                        .with("accusedUser", "de-linde-supervisor"));
        await().atMost(SOON).until(() -> hasADeadline(file));

        for (Caller stranger : List.of(SUPERVISOR, WATERLAND_BOARD)) {
            try (Visitor visitor = Visitor.of(stranger, Screen.DESKTOP)) {
                for (WebPage page : List.of(WebPage.OVERVIEW, WebPage.DUTIES, WebPage.CASES, WebPage.DEADLINES)) {
                    assertThat(visitor.asks(page.path()).text()).as("%s for %s", page, stranger).contains("</html>").doesNotContain(file.id());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deadlines?urgency=PURPLE",
                "/deadlines?kind=%3Cscript%3E",
                "/deadlines?unknown=1",
                "/deadlines?cursor=abc",
                "/overview/cases?route=NOWHERE",
                "/overview/cases?zzz=1",
                "/?at=gisteren",
                "/?at=2999-01-01",
                "/statistics?groupBy=colour",
                "/statistics?from=2026-12-31&to=2026-01-01"
            })
    void anAddressChangedByHandGetsAClearPage(String path) {
        try (Visitor visitor = Visitor.of(AUDITOR, Screen.PHONE)) {
            visitor.goesTo(path);

            assertThat(visitor.status()).isEqualTo(400);
            assertThat(visitor.title()).isEqualTo("Dit adres klopt niet helemaal");
            assertThat(visitor.page().content()).doesNotContain("<script>");
            assertThat(visitor.reads()).doesNotContain("PURPLE", "NOWHERE", "colour");
            visitor.isAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aPageIsWalkedThroughWithTheKeyboardAlone(Screen screen) {
        try (Visitor visitor = Visitor.of(PROFESSIONAL, screen)) {
            // given
            visitor.goesTo("/");

            // when
            visitor.page().keyboard().press("Tab");
            String first = (String) visitor.page().evaluate("document.activeElement.textContent");
            visitor.page().keyboard().press("Enter");

            // then
            assertThat(first).isEqualTo("Naar de inhoud");
            assertThat(visitor.page().url()).endsWith("#main");
        }
    }

    @Test
    void todayIsNamedAtTheTop() {
        try (Visitor visitor = Visitor.of(PROFESSIONAL, Screen.PHONE)) {
            LocalDate before = AmsterdamDay.of(java.time.Instant.now());
            visitor.goesTo("/");
            LocalDate after = AmsterdamDay.of(java.time.Instant.now());

            assertThat(visitor.reads()).containsAnyOf(Integer.toString(before.getDayOfMonth()), Integer.toString(after.getDayOfMonth()));
        }
    }
}
