package nl.meldspoor.cases.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonKind;

/**
 * Sealed members as they are stored: one box per person kind, and beside it the names of what is in it, so that it is known without a
 * key what was recorded. UTF-8 JSON:
 *
 * <pre>{"v":1,"boxes":[{"person":"CLIENT","members":["description"],"box":"base64"}]}</pre>
 *
 * The bytes are kept as they are, for the hash covers them.
 */
public final class SealedContent {

    private static final int FORM = 1;

    private final byte[] bytes;
    private final List<Box> boxes;

    private SealedContent(byte[] bytes, List<Box> boxes) {
        this.bytes = bytes;
        this.boxes = List.copyOf(boxes);
    }

    /**
     * One box.
     *
     * @param members names of the members in it, sorted; nested ones as {@code waiver.motivation}
     * @param key under which of the case's keys it is: the name of the person kind, or another after the data of that person were erased
     * @param cipherText base64 of nonce, cipher text and tag
     */
    public record Box(PersonKind person, List<String> members, String key, String cipherText) {
        public Box {
            members = List.copyOf(members);
        }

        /** Under the first key of the person. */
        public Box(PersonKind person, List<String> members, String cipherText) {
            this(person, members, person.name(), cipherText);
        }

        byte[] cipherBytes() {
            return Base64.getDecoder().decode(cipherText);
        }
    }

    static SealedContent of(List<Box> boxes) {
        ObjectNode json = EventJson.mapper().createObjectNode();
        json.put("v", FORM);
        ArrayNode array = json.putArray("boxes");
        for (Box box : boxes) {
            ObjectNode node = array.addObject();
            node.put("person", box.person().name());
            node.set("members", EventJson.texts(box.members()));
            if (!box.key().equals(box.person().name())) {
                node.put("key", box.key());
            }
            node.put("box", box.cipherText());
        }
        return new SealedContent(json.toString().getBytes(StandardCharsets.UTF_8), boxes);
    }

    /** Reads what is stored; anything of another form is a defect. */
    public static SealedContent read(byte[] bytes) {
        ObjectNode json = EventJson.object(new String(bytes, StandardCharsets.UTF_8));
        if (json.path("v").asInt() != FORM) {
            throw new IllegalStateException("expected sealed content of form " + FORM + ", but was " + json.path("v"));
        }
        List<Box> boxes = new ArrayList<>();
        for (JsonNode node : json.withArray("boxes")) {
            List<String> members = new ArrayList<>();
            node.path("members").forEach(m -> members.add(m.asText()));
            String person = node.path("person").asText();
            boxes.add(new Box(PersonKind.valueOf(person), members, node.path("key").asText(person), node.path("box").asText()));
        }
        return new SealedContent(bytes.clone(), boxes);
    }

    /** The same with fewer boxes, for who may open only some. */
    public SealedContent only(Predicate<Box> wanted) {
        return of(boxes.stream().filter(wanted).toList());
    }

    /** As stored. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public List<Box> boxes() {
        return boxes;
    }

    /** Names of all sealed members that are present, sorted. */
    public Set<String> members() {
        Set<String> names = new TreeSet<>();
        boxes.forEach(b -> names.addAll(b.members()));
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedContent that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedContent" + members();
    }
}
