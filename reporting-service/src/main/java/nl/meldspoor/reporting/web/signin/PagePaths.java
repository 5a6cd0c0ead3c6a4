package nl.meldspoor.reporting.web.signin;

/** Which addresses are pages. */
final class PagePaths {

    /** Where the identity provider sends people back to; must stand with its client. */
    static final String CALLBACK = "/sign-in/callback";

    private PagePaths() {}

    /** Everything that is neither the API, nor operations, nor a file. */
    static boolean isPage(String path) {
        return !path.equals("/v1") && !path.startsWith("/v1/") && !path.equals("/q") && !path.startsWith("/q/") && !isFile(path);
    }

    /** Style sheet, icons and scripts: the same for everybody, so they may be kept. */
    static boolean isFile(String path) {
        return path.startsWith("/web/") || path.startsWith("/webjars/") || path.equals("/favicon.ico");
    }

    /** Pages one sees without having signed in. */
    static boolean isPublic(String path) {
        return path.equals("/signed-out") || path.equals("/sign-in/failed") || path.startsWith("/language/");
    }
}
