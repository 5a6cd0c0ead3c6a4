package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonKind;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;

/** Decides what is opened of a case for an extract, and puts what was opened in its place. */
public final class Opening {

    private static final String REPLACEMENT = "replacement.";

    private Opening() {}

    /**
     * Whether a sealed box is opened at all: it may be shown, or it holds a name to be blanked. The box of a correction holds members of
     * the entry that it puts in the place of another, and is opened as far as that entry is.
     *
     * @param members names of the members in the box
     */
    public static boolean opens(ExtractKind kind, CaseEvent data, PersonKind person, List<String> members) {
        return opens(kind, EventType.of(data), person, members)
                || data instanceof EntryCorrected correction
                        && correction.replacement() != null
                        && opens(kind, EventType.of(correction.replacement()), person, membersOfReplacement(members));
    }

    static boolean opens(ExtractKind kind, EventType type, PersonKind person, List<String> members) {
        return kind.shows(type).contains(person)
                || kind.blanks().contains(person) && Blanking.mayName(type, members);
    }

    private static List<String> membersOfReplacement(List<String> members) {
        return members.stream()
                .filter(name -> name.startsWith(REPLACEMENT))
                .map(name -> name.substring(REPLACEMENT.length()))
                .toList();
    }

    /**
     * An event and the parts that were opened of it.
     *
     * @param facts unsealed members
     * @param roles realm roles of who recorded it
     */
    public record Parts(RecordedEvent event, ObjectNode facts, Map<PersonKind, ObjectNode> opened, List<String> roles) {}

    /** The material of an extract: shown parts beside the facts, the others only as names to blank. */
    public static ExtractMaterial material(ExtractKind kind, String organisation, List<Parts> parts, Instant madeAt) {
        List<OpenedEvent> events = new ArrayList<>();
        List<Map<PersonKind, ObjectNode>> named = new ArrayList<>();
        for (Parts part : parts) {
            Map<PersonKind, ObjectNode> shown = new EnumMap<>(PersonKind.class);
            Map<PersonKind, ObjectNode> blanked = new EnumMap<>(PersonKind.class);
            part.opened().forEach((person, members) -> {
                if (kind.shows(part.event().type()).contains(person)) {
                    shown.put(person, members);
                } else if (kind.blanks().contains(person)) {
                    blanked.put(person, members);
                }
            });
            events.add(new OpenedEvent(part.event(), EventJson.merge(part.facts(), shown.values()), part.roles()));
            named.add(blanked);
        }
        CaseHistory history = CaseHistory.of(parts.stream().map(Parts::event).toList());
        parts.stream()
                .filter(p -> p.event().data() instanceof EntryCorrected c && c.replacement() != null)
                .forEach(p -> replace(kind, history, events, p));
        String client = events.getFirst().data().at("/client/name").asText(null);
        return new ExtractMaterial(
                organisation,
                history,
                events,
                Blanking.of(named, client),
                madeAt);
    }

    /** Is said with the correction, of the entry that it brings. */
    private static Optional<ObjectNode> whyDifferently(Parts correction) {
        return Optional.ofNullable(correction.opened().get(EventType.ENTRY_CORRECTED.aboutWhom()))
                .map(members -> members.deepCopy().retain("deviation"));
    }

    /** A replacement stands where the entry stood, with as much of it shown as of any entry of its type. */
    private static void replace(ExtractKind kind, CaseHistory history, List<OpenedEvent> events, Parts correction) {
        int corrects = ((EntryCorrected) correction.event().data()).corrects();
        history.entry(corrects).ifPresent(counting -> {
            List<ObjectNode> shown = new ArrayList<>();
            correction.opened().forEach((person, members) -> {
                if (kind.shows(counting.event().type()).contains(person)
                        && members.get("replacement") instanceof ObjectNode replacement) {
                    shown.add(replacement);
                }
            });
            whyDifferently(correction)
                    .filter(why -> kind.shows(counting.event().type()).contains(EventType.ENTRY_CORRECTED.aboutWhom()))
                    .ifPresent(shown::add);
            if (correction.facts().get("replacement") instanceof ObjectNode facts) {
                events.set(
                        corrects - 1,
                        new OpenedEvent(
                                counting.event(),
                                EventJson.merge(facts, shown),
                                events.get(corrects - 1).roles()));
            }
        });
    }
}
