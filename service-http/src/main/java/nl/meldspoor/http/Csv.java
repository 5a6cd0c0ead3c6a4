package nl.meldspoor.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CSV by RFC 4180: a line of names, then a line per row; null is an empty field. */
public final class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    private static final String LINE_END = "\r\n";

    private Csv() {}

    public static String of(List<String> names, Stream<List<?>> rows) {
        return Stream.concat(Stream.of(names), rows).map(Csv::line).collect(Collectors.joining(LINE_END, "", LINE_END));
    }

    /**
     * Whether who asks prefers CSV. Two methods of a resource, one per media type, would give CSV to who takes anything, so one method
     * asks here.
     */
    public static boolean isPreferredToJson(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.valueOf(MEDIA_TYPE))) {
                return true;
            }
        }
        return false;
    }

    private static String line(List<?> fields) {
        return fields.stream().map(field -> field == null ? "" : quoted(field.toString())).collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
