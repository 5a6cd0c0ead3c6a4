package nl.meldspoor.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    /** Sessions of people, by name: signing in takes a second each time. */
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private Chromium() {}

    private static final class Shared {
        private static final Browser RUNNING = start();

        private static Browser start() {
            Playwright playwright =
                    Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright.chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setHeadless(true)
                            .setArgs(ALONE));
        }
    }

    /** A browser that has never been anywhere. */
    static BrowserContext fresh(Screen screen, String language) {
        return Shared.RUNNING.newContext(options(screen, language, ColorScheme.LIGHT));
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

    private static Browser.NewContextOptions options(Screen screen, String language, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setLocale(language)
                .setTimezoneId("Europe/Amsterdam")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme);
    }

    private static String signIn(Caller who) {
        try (BrowserContext context = fresh(Screen.DESKTOP, "nl-NL")) {
            var page = context.newPage();
            page.navigate(Meldspoor.running().address(Service.REPORTING) + "/signed-in");
            fillIn(page, who);
            return context.storageState();
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
