package nl.meldspoor.cases.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.store.IdempotencyClaim;
import nl.meldspoor.http.Language;
import nl.meldspoor.http.ShapeErrors;

/**
 * How an entry is to be recorded, from the header fields and the query.
 *
 * @param idempotencyKey 1-64 visible ASCII characters
 * @param ifMatch the version that must stand; -1 for an entity tag that no version has
 * @param minimal no body in the answer
 * @param request method, path and body, to recognise the same request by; empty without a key
 */
record Instructions(
        Optional<String> idempotencyKey,
        OptionalLong ifMatch,
        boolean dryRun,
        boolean minimal,
        Language language,
        Trace trace,
        String request) {

    private static final Pattern DRY_RUN = Pattern.compile("(?:^|&)dryRun(?:=|&|$)");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Pattern TAGS = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e]*\"(?:\\s*,\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\")*");
    private static final Pattern VERSION = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    /** Reads them; 400 with all that is wrong. */
    static Instructions read(HttpHeaders headers, String dryRun, UriInfo uri, byte[] body) {
        var errors = new ShapeErrors();
        var key = Optional.ofNullable(headers.getHeaderString("Idempotency-Key"));
        if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
            errors.addHeader("Idempotency-Key", "1 to 64 visible ASCII characters are expected.");
        }
        var ifMatch = ifMatch(headers.getHeaderString(HttpHeaders.IF_MATCH), errors);
        if (dryRun == null ? asksForDryRun(uri) : !dryRun.equals("true") && !dryRun.equals("false")) {
            errors.addParameter("dryRun", "true or false is expected.");
        }
        errors.throwIfAny();
        return new Instructions(
                key,
                ifMatch,
                "true".equals(dryRun),
                prefersMinimal(headers.getHeaderString("Prefer")),
                Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                Trace.of(headers.getHeaderString("traceparent")),
                key.isPresent() ? "POST\n" + uri.getRequestUri().getPath() + "\n" + digest(body) : "");
    }

    /** An empty {@code ?dryRun=} arrives as absent, and would be stored: who wrote it meant something else. */
    private static boolean asksForDryRun(UriInfo uri) {
        var query = uri.getRequestUri().getRawQuery();
        return query != null && DRY_RUN.matcher(query).find();
    }

    private static OptionalLong ifMatch(String given, ShapeErrors errors) {
        if (given == null || given.strip().equals("*")) {
            return OptionalLong.empty();
        }
        if (!TAGS.matcher(given.strip()).matches()) {
            errors.addHeader("If-Match", "An entity tag is expected, a version in double quotes.");
            return OptionalLong.empty();
        }
        var version = VERSION.matcher(given.strip());
        return OptionalLong.of(version.matches() ? Long.parseLong(version.group(1)) : -1);
    }

    private static boolean prefersMinimal(String prefer) {
        return prefer != null
                && Arrays.stream(prefer.split("[,;]")).anyMatch(p -> p.strip().replace("\"", "").equalsIgnoreCase("return=minimal"));
    }

    private static String digest(byte[] body) {
        try {
            var bytes = body == null ? "".getBytes(StandardCharsets.UTF_8) : body;
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    /** Under which key the command is remembered, in the scope of organisation and acting person. */
    Optional<IdempotencyClaim> claim(Acting acting) {
        if (dryRun) {
            return Optional.empty();
        }
        return idempotencyKey.map(key -> new IdempotencyClaim(
                acting.personRef(),
                acting.refs().fingerprint("idempotency-key", acting.organisation(), acting.personRef() + "|" + key),
                acting.refs().fingerprint("idempotency-request", acting.organisation(), request)));
    }
}
