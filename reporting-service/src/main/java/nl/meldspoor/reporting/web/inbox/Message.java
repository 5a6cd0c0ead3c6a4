package nl.meldspoor.reporting.web.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.Moments;

/**
 * A notification as the page shows it.
 *
 * @param icon name of an icon in {@code icons.svg}
 * @param tone class of its colour, empty for a plain one; the icon says the same
 * @param moment for {@code datetime}
 * @param when the same in words
 * @param href the page it is about, empty when there is none
 */
public record Message(
        UUID id, String icon, String tone, String title, String moment, String when, String organisation, String href, boolean unread) {

    private static final Pattern ADDRESS = Pattern.compile("/v1(/(?:cases|meldingen)/[0-9a-f-]{36})");

    static List<Message> of(JsonNode page, Visit visit, Clock clock) {
        List<Message> messages = new ArrayList<>();
        page.path("items").forEach(item -> messages.add(one(item, visit, clock)));
        return messages;
    }

    private static Message one(JsonNode item, Visit visit, Clock clock) {
        String kind = item.path("kind").asText();
        Instant created = Instant.parse(item.path("createdAt").asText());
        return new Message(
                UUID.fromString(item.path("id").asText()),
                icon(kind),
                kind.equals("DEADLINE_MISSED") ? "overdue" : kind.equals("DEADLINE_APPROACHED") ? "amber" : "",
                visit.t(item.at("/title/nl").asText(), item.at("/title/en").asText()),
                created.toString(),
                Moments.of(created, visit, clock),
                item.path("organisation").asText(),
                page(item.at("/links/case").asText()).orElse(""),
                item.path("readAt").isNull());
    }

    /** Our page for an address of the case-service. */
    static Optional<String> page(String address) {
        var found = ADDRESS.matcher(address);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Whether it is a melding and not a case that it leads to. */
    public boolean toMelding() {
        return href.startsWith("/meldingen/");
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "DEADLINE_MISSED" -> "overdue";
            case "DEADLINE_APPROACHED", "CALENDAR_HORIZON_PASSED" -> "clock";
            case "OBLIGATION_AROSE" -> "now";
            case "MELDING_MADE", "MELDING_ACKNOWLEDGED", "FEEDBACK_RECEIVED", "IGJ_REPORT_FILED", "IGJ_RESPONSE_RECEIVED" -> "letter";
            case "CASE_HANDED_OVER", "HANDOVER_ANSWERED", "INVESTIGATION_ASSIGNED" -> "person";
            case "CASE_INSPECTED" -> "history";
            default -> "folder";
        };
    }
}
