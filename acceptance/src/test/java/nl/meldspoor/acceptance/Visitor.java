package nl.meldspoor.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody who looks at the pages with a real browser.
 *
 * <pre>{@code
 * try (Visitor board = Visitor.of(BOARD, Screen.PHONE)) {
 *     board.goesTo("/deadlines").isWellMade();
 * }
 * }</pre>
 */
final class Visitor implements AutoCloseable {

    private static final int HEAVIEST_BYTES = 200 * 1024;

    private final BrowserContext context;
    private final Page page;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Response last;

    private Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Somebody who signed in, reads Dutch, by daylight. */
    static Visitor of(Caller who, Screen screen) {
        return of(who, screen, "nl-NL", ColorScheme.LIGHT);
    }

    static Visitor of(Caller who, Screen screen, String language, ColorScheme scheme) {
        return new Visitor(Chromium.of(who, screen, language, scheme));
    }

    /** Somebody whose browser runs no script. */
    static Visitor withoutScript(Caller who, Screen screen) {
        return new Visitor(Chromium.withoutScript(who, screen));
    }

    /** Somebody who has not signed in. */
    static Visitor stranger(Screen screen) {
        return stranger(screen, "nl-NL", ColorScheme.LIGHT);
    }

    static Visitor stranger(Screen screen, String language, ColorScheme scheme) {
        return new Visitor(Chromium.fresh(screen, language, scheme));
    }

    Page page() {
        return page;
    }

    BrowserContext browser() {
        return context;
    }

    /** Opens a page of ours. */
    Visitor goesTo(String path) {
        last = page.navigate(address(path));
        return this;
    }

    /** What an address answers to this visitor, without showing it: enough where nothing is looked at. */
    APIResponse asks(String path) {
        APIResponse answer = context.request().get(address(path), RequestOptions.create().setHeader("Accept", "text/html,*/*;q=0.8"));
        assertThat(answer.url()).as("still signed in").startsWith(address("/"));
        return answer;
    }

    static String address(String path) {
        return Meldspoor.running().address(Service.REPORTING) + path;
    }

    int status() {
        return last.status();
    }

    /** What stands in the page for people. */
    String reads() {
        return page.locator("main").innerText();
    }

    String title() {
        return page.locator("h1").innerText();
    }

    /** Whatever any page must be: usable by everybody, light, without a request elsewhere, without an error of the browser. */
    Visitor isWellMade() {
        assertThat(page.locator("html").getAttribute("lang")).isIn("nl", "en");
        assertThat(page.locator("h1").count()).as("one heading of the first level").isEqualTo(1);
        assertThat(foreign()).as("requests that left our own servers").isEmpty();
        assertThat(complaints).as("what the browser complained of").isEmpty();
        assertThat(bytes()).as("bytes of the first view").isLessThanOrEqualTo(HEAVIEST_BYTES);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out to the side")
                .isEqualTo(true);
        isAccessible();
        return this;
    }

    /** axe-core finds nothing serious or critical. */
    Visitor isAccessible() {
        assertThat(new AxeBuilder(page)
                        // no page of ours has frames; with them axe would open another page for each look
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getHelp() + ": "
                                + rule.getNodes().stream().map(node -> node.getHtml()).limit(5).toList())
                        .toList())
                .as("what axe-core finds serious in %s", page.url())
                .isEmpty();
        return this;
    }

    List<String> foreign() {
        String own = address("/");
        String keycloak = Meldspoor.running().keycloak().address().toString();
        return asked.stream()
                .filter(url -> !url.startsWith(own) && !url.startsWith(keycloak) && !url.startsWith("data:"))
                .toList();
    }

    private int bytes() {
        return ((Number) page.evaluate(
                        "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
                                + ".reduce((sum, part) => sum + (part.encodedBodySize || 0), 0)"))
                .intValue();
    }

    /** A picture of the whole page. */
    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
