package nl.meldspoor.reporting.web.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.Moments;

/**
 * A notification as the page shows it.
 *
 * @param icon name of an icon in {@code icons.svg}
 * @param tone class of its colour, empty for a plain one; the icon says the same
 * @param duties those that arose at once, when there are several; then the title says how many
 * @param moment for {@code datetime}
 * @param when the same in words
 * @param href the page it is about, empty when there is none
 */
public record Message(
        UUID id,
        String icon,
        String tone,
        String title,
        List<String> duties,
        String moment,
        String when,
        String organisation,
        String href,
        boolean unread) {

    /** What duties are called, the longest first: one may begin as another does. */
    private static final List<String> DUTIES = Obligations.catalogue().stream()
            .flatMap(duty -> Stream.of(duty.text().nl(), duty.text().en()))
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private static final Pattern ADDRESS = Pattern.compile("/v1(/(?:cases|meldingen)/[0-9a-f-]{36})");

    static List<Message> of(JsonNode page, Visit visit, Clock clock) {
        List<Message> messages = new ArrayList<>();
        page.path("items").forEach(item -> messages.add(one(item, visit, clock)));
        return messages;
    }

    private static Message one(JsonNode item, Visit visit, Clock clock) {
        String kind = item.path("kind").asText();
        String title = visit.t(item.at("/title/nl").asText(), item.at("/title/en").asText());
        List<String> duties = kind.equals("OBLIGATION_AROSE") ? several(title) : List.of();
        Instant created = Instant.parse(item.path("createdAt").asText());
        return new Message(
                UUID.fromString(item.path("id").asText()),
                icon(kind),
                kind.equals("DEADLINE_MISSED") ? "overdue" : kind.equals("DEADLINE_APPROACHED") ? "amber" : "",
                duties.isEmpty() ? title : duties.size() + visit.t(" nieuwe verplichtingen", " new duties"),
                duties,
                created.toString(),
                Moments.of(created, visit, clock),
                item.path("organisation").asText(),
                page(item.at("/links/case").asText()).orElse(""),
                item.path("readAt").isNull());
    }

    /** The duties that a title names one after the other, when there are several, and we know them all. */
    static List<String> several(String title) {
        List<String> duties = new ArrayList<>();
        String left = title.substring(title.indexOf(": ") + 2);
        while (!left.isEmpty()) {
            Optional<String> next = DUTIES.stream().filter(left::startsWith).findFirst();
            if (next.isEmpty()) {
                return List.of();
            }
            duties.add(next.get());
            left = left.substring(next.get().length()).stripLeading();
        }
        return duties.size() > 1 ? duties : List.of();
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
