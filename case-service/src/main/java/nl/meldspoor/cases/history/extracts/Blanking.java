package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonKind;

/**
 * Names that an extract does not show, taken out of free text. Whoever wrote "Jan de Vries sloeg mij" in a client's story named a
 * member of staff after all; the case knows that name from another member and puts the function there instead. Only whole names
 * that the case knows are found: free text stays the responsibility of who wrote it.
 */
public final class Blanking {

    /** Nothing to take out. */
    public static final Blanking NONE = new Blanking(Map.of());

    private static final int SHORTEST_NAME = 3;
    private static final Set<String> NAMING_MEMBERS = Set.of("name", "reporter");

    private final Map<Pattern, String> words;

    private Blanking(Map<Pattern, String> words) {
        this.words = words;
    }

    /** Whether a sealed box of this type of event, with these members in it, can hold a name: others need not be opened to blank. */
    public static boolean mayName(EventType type, List<String> members) {
        EventShape shape = EventShape.of(type.record());
        return members.stream().anyMatch(name -> NAMING_MEMBERS.contains(name)
                || shape.member(name).filter(Blanking::holdsName).isPresent());
    }

    private static boolean holdsName(EventShape.Member member) {
        Class<?> held = member.element() == null ? member.type() : member.element();
        return held.isRecord() && EventShape.of(held).member("name").isPresent();
    }

    /**
     * @param parts opened members per person kind, of kinds that are not shown
     * @param kept a name that stays, such as that of a client who reported himself; or null
     */
    public static Blanking of(List<Map<PersonKind, ObjectNode>> parts, String kept) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Map<PersonKind, ObjectNode> part : parts) {
            part.forEach((kind, members) -> collect(members, DutchLabels.word("blanked." + kind), found));
        }
        found.keySet().removeIf(name -> name.equalsIgnoreCase(kept));
        List<String> longestFirst = new ArrayList<>(found.keySet());
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        Map<Pattern, String> words = new LinkedHashMap<>();
        for (String name : longestFirst) {
            words.put(whole(name), found.get(name));
        }
        return new Blanking(words);
    }

    private static void collect(JsonNode node, String instead, Map<String, String> found) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getValue().isTextual() && NAMING_MEMBERS.contains(member.getKey())) {
                String name = member.getValue().asText().strip();
                if (name.length() >= SHORTEST_NAME) {
                    found.putIfAbsent(name, instead);
                }
            } else if (member.getValue().isContainerNode()) {
                collect(member.getValue(), instead, found);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, instead, found));
        }
    }

    private static Pattern whole(String name) {
        String spaced = Pattern.compile("\\s+").splitAsStream(name).map(Pattern::quote).reduce((a, b) -> a + "\\s+" + b).orElseThrow();
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + spaced + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    String in(String text) {
        String blanked = text;
        for (Map.Entry<Pattern, String> word : words.entrySet()) {
            blanked = word.getKey().matcher(blanked).replaceAll(Matcher.quoteReplacement(word.getValue()));
        }
        return blanked;
    }
}
