package nl.meldspoor.acceptance;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine's own Chromium without a window, started once per Java process. Nothing is downloaded. */
final class Chromium {

    private static final List<String> ALONE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String KEYCLOAK_FORM = "#kc-form-login";
    private static final Pattern FORM = Pattern.compile("id=\"kc-form-login\" action=\"([^\"]+)\"");

    /** Sessions of people, by name: each signs in once. */
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private Chromium() {}

    private static final class Shared {
        private static final Playwright PLAYWRIGHT =
                Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final Browser RUNNING = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setHeadless(true)
                        .setArgs(ALONE));
    }

    /** A browser that has never been anywhere. */
    static BrowserContext fresh(Screen screen, String language, ColorScheme scheme) {
        return Shared.RUNNING.newContext(options(screen, language, scheme));
    }

    /** A browser in which somebody has signed in, some time ago. */
    static BrowserContext of(Caller who, Screen screen, String language, ColorScheme scheme) {
        String session = SESSIONS.computeIfAbsent(who.toString(), name -> signIn(who));
        return Shared.RUNNING.newContext(options(screen, language, scheme).setStorageState(session));
    }

    /** The same, in a browser that runs no script. */
    static BrowserContext withoutScript(Caller who, Screen screen) {
        String session = SESSIONS.computeIfAbsent(who.toString(), name -> signIn(who));
        return Shared.RUNNING.newContext(
                options(screen, "nl-NL", ColorScheme.LIGHT).setStorageState(session).setJavaScriptEnabled(false));
    }

    /** The session of somebody was ended; he signs in anew the next time. */
    static void forget(Caller who) {
        SESSIONS.remove(who.toString());
    }

    private static Browser.NewContextOptions options(Screen screen, String language, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setLocale(language)
                .setTimezoneId("Europe/Amsterdam")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme);
    }

    /** Over HTTP alone, which takes a tenth of the time: how signing in looks and works in a browser is a matter of {@link SignInIT}. */
    private static String signIn(Caller who) {
        var html = new APIRequest.NewContextOptions().setExtraHTTPHeaders(Map.of("Accept", "text/html"));
        APIRequestContext http = Shared.PLAYWRIGHT.request().newContext(html);
        try {
            String ours = Meldspoor.running().address(Service.REPORTING) + "/signed-in";
            Matcher form = FORM.matcher(http.get(ours).text());
            if (!form.find()) {
                throw new AssertionError("expected Keycloak to ask for name and password");
            }
            var filledIn = FormData.create().set("username", who.toString()).set("password", who.toString());
            var answer = http.post(form.group(1).replace("&amp;", "&"), RequestOptions.create().setForm(filledIn));
            if (!answer.url().equals(ours)) {
                throw new AssertionError("expected to come back to " + ours + ", but came to " + answer.url());
            }
            return http.storageState();
        } finally {
            http.dispose();
        }
    }

    /** Gives name and password to Keycloak, and waits till it sent the browser back. */
    static void fillIn(com.microsoft.playwright.Page page, Caller who) {
        page.waitForSelector(KEYCLOAK_FORM);
        page.fill("#username", who.toString());
        page.fill("#password", who.toString());
        page.click("#kc-login");
        String ours = Meldspoor.running().address(Service.REPORTING).toString();
        page.waitForURL(address -> address.startsWith(ours) && !address.startsWith(ours + "/sign-in/"));
    }
}
