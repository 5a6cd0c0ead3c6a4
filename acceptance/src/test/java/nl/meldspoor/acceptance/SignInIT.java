package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks at the pages: signing in and out, a session that ends half-way, and what is refused. */
class SignInIT {

    @Test
    void whoSignsInComesBackToTheAddressHeAskedFor() {
        try (Visitor visitor = Visitor.stranger(Screen.DESKTOP)) {
            // when
            visitor.goesTo("/signed-in?mark=1");
            Chromium.fillIn(visitor.page(), BOARD);

            // then
            assertThat(visitor.page().url()).isEqualTo(Visitor.address("/signed-in?mark=1"));
            assertThat(visitor.page().locator("header").innerText()).contains("Bestuurder");
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, nl-NL, LIGHT, Aanmelden bij Meldspoor", "DESKTOP, en-GB, DARK, Sign in to Meldspoor"})
    void theSignInItselfIsWellMade(Screen screen, String language, ColorScheme scheme, String title) {
        try (Visitor visitor = Visitor.stranger(screen, language, scheme)) {
            // when
            visitor.goesTo("/deadlines").isWellMade();
            String asked = visitor.title();
            visitor.page().fill("#username", "de-linde-board");
            visitor.page().fill("#password", "something else");
            visitor.page().click("#kc-login");
            visitor.page().waitForSelector("#input-error");

            // then
            assertThat(asked).isEqualTo(title);
            assertThat(visitor.page().inputValue("#username")).isEqualTo("de-linde-board");
            visitor.isWellMade();
        }
    }

    @Test
    void whoSignsInInTwoTabsComesInBothWhereHeWasGoing() {
        try (Visitor visitor = Visitor.stranger(Screen.DESKTOP)) {
            // given
            visitor.goesTo("/signed-in?mark=1");
            Page second = visitor.browser().newPage();
            second.navigate(Visitor.address("/signed-in?mark=2"));

            // when
            Chromium.fillIn(visitor.page(), BOARD);

            // then: the other tab sees it by itself
            second.waitForURL("**/signed-in?mark=2");
            assertThat(second.locator("header").innerText()).contains("Bestuurder");
            assertThat(visitor.page().url()).isEqualTo(Visitor.address("/signed-in?mark=1"));
        }
    }

    @Test
    void whoComesBackWhenASessionIsThereAlreadyComesWhereHeWasGoing() {
        try (Visitor visitor = Visitor.stranger(Screen.DESKTOP)) {
            // given: the way back of a tab, not used until another signed in
            visitor.goesTo("/signed-in?mark=3");
            String form = visitor.page().locator("#kc-form-login").getAttribute("action");
            String wayBack = visitor.browser()
                    .request()
                    .post(form, RequestOptions.create()
                            .setForm(FormData.create().set("username", BOARD.toString()).set("password", BOARD.toString()))
                            .setMaxRedirects(0))
                    .headers()
                    .get("location");
            Page second = visitor.browser().newPage();
            second.navigate(Visitor.address("/signed-in?mark=4"));
            second.waitForURL("**/signed-in?mark=4");

            // when
            second.navigate(wayBack);

            // then
            assertThat(second.url()).isEqualTo(Visitor.address("/signed-in?mark=3"));
        }
    }

    @Test
    void aSignInOfWhichTheBrowserLostTheCookieBeginsAnewAndComesBack() {
        try (Visitor visitor = Visitor.stranger(Screen.PHONE)) {
            // given
            visitor.goesTo("/signed-in?mark=5");

            // when
            visitor.browser().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_auth.*")));
            Chromium.fillIn(visitor.page(), BOARD);

            // then
            assertThat(visitor.page().url()).isEqualTo(Visitor.address("/signed-in?mark=5"));
            assertThat(visitor.page().locator("header").innerText()).contains("Bestuurder");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/sign-in/failed?error=access_denied",
        "/sign-in/failed?error=temporarily_unavailable&state=0198f0c2-0000-4000-8000-000000000000",
        "/sign-in/callback?code=x&state=0198f0c2-0000-4000-8000-000000000000"
    })
    void aSignInThatCannotEndSaysSoAndGoesRoundNoCircle(String address) {
        try (Visitor visitor = Visitor.stranger(Screen.PHONE)) {
            visitor.goesTo(address);

            assertThat(visitor.status()).isEqualTo(401);
            assertThat(visitor.title()).isEqualTo("Aanmelden lukte niet");
            assertThat(visitor.page().locator("main a.button").getAttribute("href")).isEqualTo("/");
            visitor.isAccessible();
        }
    }

    @Test
    void aPartOfAPageThatIsAskedForAfterTheSessionEndedLeavesThePageAndWhatWasTyped() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());
        try (Visitor auditor = Visitor.of(AUDITOR, Screen.DESKTOP)) {
            auditor.goesTo("/cases/" + file.id());
            auditor.page().fill("#inspection-reason", "Jaarlijkse controle");

            // when
            auditor.browser().clearCookies();
            auditor.page().click("text=Vorige");
            auditor.page().waitForSelector("#session-ended");

            // then
            assertThat(auditor.page().locator("#session-ended").innerText()).contains("Uw sessie is verlopen");
            assertThat(auditor.page().inputValue("#inspection-reason")).isEqualTo("Jaarlijkse controle");
            assertThat(auditor.page().locator("#moment").count()).isEqualTo(1);
            auditor.isAccessible();
        }
    }

    @Test
    void noTokenReachesTheBrowserReadably() {
        try (Visitor visitor = Visitor.of(BOARD, Screen.DESKTOP)) {
            visitor.goesTo("/");

            List<Cookie> sessions = visitor.browser().cookies().stream()
                    .filter(cookie -> cookie.name.startsWith("q_session"))
                    .toList();
            assertThat(sessions).isNotEmpty().allSatisfy(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite.name()).isEqualTo("LAX");
                assertThat(cookie.value).doesNotContain("eyJhbGciOiJSUzI1NiI");
            });
            assertThat(visitor.page().evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void whoSignsOutSeesNothingMore() {
        try (Visitor visitor = Visitor.stranger(Screen.DESKTOP)) {
            // given
            visitor.goesTo("/signed-in");
            Chromium.fillIn(visitor.page(), PROFESSIONAL);

            // when
            visitor.goesTo("/sign-out");
            visitor.page().waitForURL(Visitor.address("/signed-out**"));
            String told = visitor.title();
            visitor.goesTo("/");

            // then
            assertThat(told).isEqualTo("U bent afgemeld");
            assertThat(visitor.page().url()).contains("/realms/meldspoor/");
        }
    }

    @Test
    void aFormThatComesAfterTheSessionEndedIsNotLost() {
        try (Visitor visitor = Visitor.of(BOARD, Screen.PHONE)) {
            // given
            visitor.goesTo("/signed-out");
            submitForm(visitor.page(), "/", "Wat ik typte: <b>\"drie\" regels</b>\nmet een tweede");

            // when the session has ended
            visitor.browser().clearCookies();
            visitor.goesTo("/signed-out");
            submitForm(visitor.page(), "/?mark=2", "Wat ik typte: <b>\"drie\" regels</b>\nmet een tweede");

            // then
            assertThat(visitor.title()).startsWith("Uw sessie was verlopen");
            assertThat(visitor.page().locator("textarea[name=words]").inputValue())
                    .isEqualTo("Wat ik typte: <b>\"drie\" regels</b>\nmet een tweede");
            assertThat(visitor.page().locator("form").getAttribute("action")).isEqualTo("/?mark=2");
            visitor.isAccessible();
        }
    }

    /** A form as our pages have them, put into the page at hand. */
    private static void submitForm(Page page, String action, String words) {
        page.evaluate(
                "([action, words]) => { const form = document.createElement('form'); form.method = 'post'; form.action = action;"
                        + " const area = document.createElement('textarea'); area.name = 'words'; area.value = words;"
                        + " form.append(area); document.body.append(form); }",
                List.of(action, words));
        page.waitForNavigation(() -> page.evaluate("document.forms[document.forms.length - 1].submit()"));
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        URI page = URI.create(Visitor.address("/"));

        Answer crossSite = new Call("POST", page, BodyPublishers.ofString("words=x"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .send();
        Answer otherOrigin = new Call("POST", page, BodyPublishers.ofString("words=x"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://localhost:1")
                .send();
        Answer silent = new Call("POST", page, BodyPublishers.ofString("words=x"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .send();

        assertThat(List.of(crossSite.status(), otherOrigin.status(), silent.status())).containsOnly(403);
    }

    @Test
    void aBearerTokenOpensNoPageAndASessionOpensNoApi() {
        try (Visitor visitor = Visitor.of(BOARD, Screen.DESKTOP)) {
            visitor.goesTo("/v1/dashboard");

            assertThat(visitor.status()).isEqualTo(401);
        }
        assertThat(BOARD.get(Service.REPORTING, "/").header("Accept", "text/html").send().status()).isEqualTo(302);
        assertThat(BOARD.get(Service.REPORTING, "/").send().status()).isEqualTo(401);
    }

    @Test
    void aPageSaysItInDutchAndInEnglish() {
        try (Visitor visitor = Visitor.of(BOARD, Screen.DESKTOP)) {
            // given
            visitor.goesTo("/");
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("nl");

            // when
            visitor.page().click(".account summary");
            visitor.page().click("text=English");

            // then
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(visitor.page().url()).isEqualTo(Visitor.address("/"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example/", "javascript:alert(1)", "%2F%2Felsewhere.example"})
    void theLanguageLinkLeadsNowhereElse(String back) {
        Answer answer = Caller.nobody()
                .get(Service.REPORTING, "/language/en?back=" + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(Visitor.address("/"));
    }

    @Test
    void whoLooksForWhatIsNotThereGetsAClearPage() {
        try (Visitor visitor = Visitor.of(BOARD, Screen.PHONE)) {
            visitor.goesTo("/bestaat-niet");

            assertThat(visitor.status()).isEqualTo(404);
            assertThat(visitor.title()).isEqualTo("Hier is niets, of het is niet voor u");
            visitor.isAccessible();
        }
    }

    @Test
    void everyPageIsGuardedByItsHeaderFields() {
        Answer answer = Caller.nobody().get(Service.REPORTING, "/signed-out").header("Accept", "text/html").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}
