package nl.meldspoor.reporting.web;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files the pages load. Their address carries a mark of their content, so that a browser may keep them: a new build is a new
 * address. In templates: <code>{files:address('style.css')}</code>.
 */
@TemplateExtension(namespace = "files")
public final class Files {

    /** Name in a template, address, place on the class path. */
    private record Kept(String address, String resource) {}

    private static final Map<String, Kept> FILES = Map.of(
            "style.css", own("style.css"),
            "icons.svg", own("icons.svg"),
            "favicon.svg", own("favicon.svg"),
            "board.js", own("board.js"),
            "htmx.js", webjar("htmx.org", "dist/htmx.min.js"),
            "live.js", own("live.js"),
            "sse.js", webjar("htmx-ext-sse", "sse.js"));

    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Files() {}

    public static String address(String name) {
        return ADDRESSES.computeIfAbsent(name, n -> {
            var kept = FILES.get(n);
            if (kept == null) {
                throw new IllegalArgumentException("expected one of " + FILES.keySet() + ", but was " + n);
            }
            return kept.address() + "?v=" + mark(kept.resource());
        });
    }

    private static Kept own(String name) {
        return new Kept("/web/" + name, "META-INF/resources/web/" + name);
    }

    /** The address without a version is made by quarkus-web-dependency-locator; the mark is made from the properties of the jar. */
    private static Kept webjar(String name, String path) {
        return new Kept("/webjars/" + name + "/" + path, "META-INF/maven/org.webjars.npm/" + name + "/pom.properties");
    }

    private static String mark(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
