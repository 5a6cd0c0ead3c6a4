package nl.meldspoor.reporting.web.signin;

import java.util.regex.Pattern;

/** Which addresses are pages. */
final class PagePaths {

    /** Where the identity provider sends people back to; must stand with its client. */
    static final String CALLBACK = "/sign-in/callback";

    /** Where it sends them when it gave up. */
    static final String FAILED = "/sign-in/failed";

    /** The API, also in a version that is not there: who asks for that is a program. */
    private static final Pattern API = Pattern.compile("/v\\d+(/.*)?");

    private PagePaths() {}

    /** Everything that is neither the API, nor operations, nor a file. */
    static boolean isPage(String path) {
        return !API.matcher(path).matches() && !path.equals("/q") && !path.startsWith("/q/") && !isFile(path);
    }

    /** Style sheet, icons and scripts: the same for everybody, so they may be kept. */
    static boolean isFile(String path) {
        return path.startsWith("/web/") || path.startsWith("/webjars/") || path.equals("/favicon.ico");
    }

    /** Pages one sees without having signed in. */
    static boolean isPublic(String path) {
        return path.equals("/signed-out") || path.equals(FAILED) || path.startsWith("/language/");
    }
}
