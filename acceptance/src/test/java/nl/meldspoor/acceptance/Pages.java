package nl.meldspoor.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A list read to its end, page after page. */
final class Pages {

    private static final int PAGES_AT_MOST = 200;

    private Pages() {}

    /** @param path with a query */
    static List<JsonNode> all(Caller caller, Service service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < PAGES_AT_MOST; page++) {
            Answer answer = caller.get(service, path + cursor).expect(200);
            items.addAll(CaseFile.items(answer));
            if (answer.at("/next").isNull()) {
                return items;
            }
            cursor = "&cursor=" + URLEncoder.encode(answer.at("/next").asText(), StandardCharsets.UTF_8);
        }
        throw new AssertionError("expected an end of " + path + ", but there were more than " + PAGES_AT_MOST + " pages");
    }
}
