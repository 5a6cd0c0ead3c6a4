package nl.meldspoor.cases.store;

import java.util.List;
import java.util.stream.Collectors;

/** A list as the text of a PostgreSQL array, for arrays of lists: {@code unnest} takes no ragged arrays. */
final class ArrayText {

    private ArrayText() {}

    static String of(List<String> values) {
        return values.stream()
                .map(v -> "\"" + v.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
