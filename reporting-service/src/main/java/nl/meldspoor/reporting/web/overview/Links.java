package nl.meldspoor.reporting.web.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the list behind a figure: the filter, and the moment the figures are of. */
record Links(String path, String at) {

    /** @param pairs name, value, name, value, … */
    String to(String... pairs) {
        var address = new StringBuilder(path);
        char join = '?';
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            address.append(join).append(pairs[i]).append('=').append(encoded(pairs[i + 1]));
            join = '&';
        }
        if (!at.isEmpty()) {
            address.append(join).append("at=").append(encoded(at));
        }
        return address.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
