package nl.meldspoor.cases.seal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonKind;

/**
 * Seals and opens the personal content of cases: AES-256-GCM under a key per case and person kind, bound to organisation, case, event,
 * schema version, person kind and the names of the members in the box, so that no box can be put in the place of another.
 */
public final class Seal {

    private static final String ACTOR = "@actor";
    private static final String ON_BEHALF_OF = "@onBehalfOf";

    private final DataKeys keys;

    public Seal(Supplier<MasterKey> master, WrappedKeys stored) {
        this.keys = new DataKeys(master, stored);
    }

    /**
     * What is sealed of one event, ready to store.
     *
     * @param onBehalfOf null when nobody is acted for
     */
    public record SealedParts(SealedContent actor, SealedContent onBehalfOf, SealedContent sealed) {}

    /**
     * Seals the content of one event. The keys are durable when this returns, before the event is.
     *
     * @param parts sealed members by person kind
     * @param actorKind under whose key user names go
     * @param onBehalfOf user name or null
     */
    public SealedParts seal(
            String organisation,
            UUID caseId,
            UUID eventId,
            int schemaVersion,
            Map<PersonKind, ObjectNode> parts,
            PersonKind actorKind,
            String userName,
            String onBehalfOf) {
        return seal(organisation, caseId, eventId, schemaVersion, parts, actorKind, userName, onBehalfOf, Map.of());
    }

    /**
     * The same on a case from which data of a person were erased alone: what is told of him afterwards goes under a key of its own.
     *
     * @param erasedAt by which event the data of a person were last erased
     */
    public SealedParts seal(
            String organisation,
            UUID caseId,
            UUID eventId,
            int schemaVersion,
            Map<PersonKind, ObjectNode> parts,
            PersonKind actorKind,
            String userName,
            String onBehalfOf,
            Map<PersonKind, Long> erasedAt) {
        Set<String> kinds = new TreeSet<>();
        parts.keySet().forEach(k -> kinds.add(KeyName.of(k, erasedAt.get(k))));
        kinds.add(KeyName.of(actorKind, erasedAt.get(actorKind)));
        Map<String, Aead> aeads = keys.toSeal(organisation, caseId, kinds);
        Binding binding = new Binding(organisation, caseId, eventId, schemaVersion);
        List<SealedContent.Box> boxes = new ArrayList<>();
        new EnumMap<>(with(parts)).forEach((kind, members) -> boxes.add(box(
                aeads, KeyName.of(kind, erasedAt.get(kind)), binding, kind, List.copyOf(EventJson.sealedMembers(List.of(members))), members.toString())));
        String actorKey = KeyName.of(actorKind, erasedAt.get(actorKind));
        return new SealedParts(
                name(aeads, actorKey, binding, actorKind, ACTOR, userName),
                onBehalfOf == null ? null : name(aeads, actorKey, binding, actorKind, ON_BEHALF_OF, onBehalfOf),
                SealedContent.of(boxes));
    }

    /** Drops the keys of a case from memory. */
    public void forget(UUID caseId) {
        keys.forget(caseId);
    }

    private static EnumMap<PersonKind, ObjectNode> with(Map<PersonKind, ObjectNode> parts) {
        EnumMap<PersonKind, ObjectNode> ordered = new EnumMap<>(PersonKind.class);
        ordered.putAll(parts);
        return ordered;
    }

    private static SealedContent name(
            Map<String, Aead> aeads, String key, Binding binding, PersonKind kind, String member, String userName) {
        return SealedContent.of(List.of(box(aeads, key, binding, kind, List.of(member), userName)));
    }

    private static SealedContent.Box box(
            Map<String, Aead> aeads, String key, Binding binding, PersonKind kind, List<String> members, String text) {
        try {
            byte[] cipher = aeads.get(key).encrypt(text.getBytes(StandardCharsets.UTF_8), binding.associated(kind, members));
            return new SealedContent.Box(kind, members, key, Base64.getEncoder().encodeToString(cipher));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal event " + binding.eventId(), e);
        }
    }

    /**
     * Opens what the keys that are there now can open. The keys are looked up once for all events, never taken from a cache.
     *
     * @return one per event, in their order
     * @throws IllegalStateException when a box does not open under a key that is there: it was changed or moved
     */
    public List<Opened> open(String organisation, UUID caseId, List<? extends SealedEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        Map<String, Aead> aeads = keys.toOpen(caseId);
        return events.stream().map(e -> open(organisation, caseId, aeads, e)).toList();
    }

    private static Opened open(String organisation, UUID caseId, Map<String, Aead> aeads, SealedEvent event) {
        Binding binding = new Binding(organisation, caseId, event.eventId(), event.schemaVersion());
        Map<PersonKind, ObjectNode> parts = new EnumMap<>(PersonKind.class);
        for (SealedContent.Box box : event.sealed().boxes()) {
            String text = text(aeads, binding, box);
            if (text != null) {
                parts.put(box.person(), EventJson.object(text));
            }
        }
        return new Opened(parts, name(aeads, binding, event.actor()), name(aeads, binding, event.onBehalfOf()));
    }

    private static String name(Map<String, Aead> aeads, Binding binding, SealedContent content) {
        return content == null ? null : text(aeads, binding, content.boxes().getFirst());
    }

    private static String text(Map<String, Aead> aeads, Binding binding, SealedContent.Box box) {
        Aead aead = aeads.get(box.key());
        if (aead == null) {
            return null;
        }
        try {
            return new String(
                    aead.decrypt(box.cipherBytes(), binding.associated(box.person(), box.members())), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected a box of event " + binding.eventId() + ", but it was changed or moved");
        }
    }

    private record Binding(String organisation, UUID caseId, UUID eventId, int schemaVersion) {
        byte[] associated(PersonKind kind, List<String> members) {
            return AssociatedData.of(
                    organisation,
                    caseId.toString(),
                    eventId.toString(),
                    Integer.toString(schemaVersion),
                    kind.name(),
                    String.join(",", members));
        }
    }
}
