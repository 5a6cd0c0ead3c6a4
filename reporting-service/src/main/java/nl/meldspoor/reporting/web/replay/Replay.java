package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.CaseWords;

/**
 * A case as it was after one of its entries.
 *
 * @param client as far as it is opened, else empty
 * @param sealed content is closed: an auditor sees facts until he says why he looks
 * @param whole whether the visitor sees the whole course; who opened a case may see only his own entries
 * @param entries its course, without content
 * @param chosen the entry that is looked at, with its content
 * @param receipts of the outcomes until then
 */
public record Replay(
        UUID id,
        String route,
        String unit,
        String status,
        String client,
        String handler,
        String openedAt,
        boolean sealed,
        boolean erased,
        boolean whole,
        List<Entry> entries,
        Entry chosen,
        CaseState state,
        List<Change> changes,
        Lanes lanes,
        List<ReceiptView> receipts) {

    /** Entries beside the chosen one that are listed. */
    private static final int AROUND = 20;

    /** So many entries take seconds to print. */
    private static final int LONG = 200;

    static Replay of(UUID id, JsonNode now, List<Entry> entries, Entry chosen, List<Change> changes, CaseState state, Visit visit) {
        return new Replay(
                id,
                visit.t(CaseWords.route(now.path("route").asText())),
                now.path("unit").asText(),
                now.path("status").asText(),
                client(now.path("client")),
                text(now.path("handler")),
                visit.moment(Instant.parse(now.path("openedAt").asText())),
                now.path("sealed").asBoolean(),
                now.path("erased").asBoolean(),
                now.has("steps"),
                entries,
                chosen,
                state,
                changes,
                Lanes.of(entries, chosen.sequence(), visit),
                entries.stream()
                        .filter(entry -> entry.sequence() <= chosen.sequence())
                        .flatMap(entry -> entry.receipt().stream())
                        .toList());
    }

    private static String client(JsonNode client) {
        String name = text(client.path("name"));
        String reference = text(client.path("reference"));
        return name.isEmpty() ? reference : name + " (" + reference + ")";
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : "";
    }

    public String href() {
        return "/cases/" + id;
    }

    public long last() {
        return entries.getLast().sequence();
    }

    public boolean isLast() {
        return chosen.sequence() == last();
    }

    public Optional<Entry> previous() {
        return entries.stream().filter(entry -> entry.sequence() < chosen.sequence()).reduce((first, second) -> second);
    }

    public Optional<Entry> next() {
        return entries.stream().filter(entry -> entry.sequence() > chosen.sequence()).findFirst();
    }

    /** The chosen entry and those around it. */
    public List<Entry> around() {
        int at = 0;
        while (entries.get(at).sequence() < chosen.sequence()) {
            at++;
        }
        return entries.subList(Math.max(0, at - AROUND), Math.min(entries.size(), at + AROUND + 1));
    }

    public boolean isLong() {
        return entries.size() >= LONG;
    }

    public boolean isOpen() {
        return status.equals("OPEN");
    }

    public long lateOnes() {
        return entries.stream().filter(Entry::late).count();
    }
}
