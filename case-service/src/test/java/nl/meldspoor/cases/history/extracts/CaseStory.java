package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonKind;
import nl.meldspoor.events.RecordedEvent;

/** A case told entry by entry; its extracts are opened by the same decision as in the service. */
final class CaseStory {

    static final UUID CASE = UUID.fromString("01980000-0000-7000-8000-000000000001");
    static final Instant MADE_AT = Instant.parse("2026-04-20T08:30:00Z");

    private final List<Opening.Parts> parts = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    /** An entry as it was told, content and all. */
    record Told(String role, Instant recordedAt, CaseEvent data, String note, String deviation, List<String> deviatedFrom) {}

    List<Told> told() {
        return List.copyOf(told);
    }

    CaseStory tell(String role, String recordedAt, CaseEvent data) {
        return tell(role, recordedAt, data, null, null, List.of());
    }

    CaseStory tell(String role, String recordedAt, CaseEvent data, String note, String deviation, List<String> deviatedFrom) {
        told.add(new Told(role, Instant.parse(recordedAt), data, note, deviation, deviatedFrom));
        Map<PersonKind, ObjectNode> sealed = EventJson.sealed(data, note, deviation);
        long sequence = parts.size() + 1L;
        Instant recorded = Instant.parse(recordedAt);
        ObjectNode facts = EventJson.facts(data);
        RecordedEvent event = new RecordedEvent(
                new UUID(1, sequence),
                CASE,
                sequence,
                recorded,
                recorded,
                "ref-" + role,
                null,
                deviatedFrom,
                EventJson.read(EventType.of(data), facts),
                EventJson.sealedMembers(sealed.values()));
        parts.add(new Opening.Parts(event, facts, sealed, List.of(role)));
        return this;
    }

    /** As it is after the key of a person kind was destroyed. */
    CaseStory without(PersonKind erased) {
        CaseStory less = new CaseStory();
        for (Opening.Parts part : parts) {
            Map<PersonKind, ObjectNode> left = new EnumMap<>(PersonKind.class);
            part.opened().forEach((kind, members) -> {
                if (kind != erased) {
                    left.put(kind, members);
                }
            });
            less.parts.add(new Opening.Parts(part.event(), part.facts(), left, part.roles()));
        }
        return less;
    }

    ExtractMaterial material(ExtractKind kind) {
        return Opening.material(kind, "de-linde", parts.stream().map(part -> narrowed(kind, part)).toList(), MADE_AT);
    }

    /** With no more opened than the kind opens. */
    private static Opening.Parts narrowed(ExtractKind kind, Opening.Parts part) {
        Map<PersonKind, ObjectNode> opened = new EnumMap<>(PersonKind.class);
        part.opened().forEach((person, members) -> {
            if (Opening.opens(kind, part.event().data(), person, List.copyOf(EventJson.sealedMembers(List.of(members))))) {
                opened.put(person, members);
            }
        });
        return new Opening.Parts(part.event(), part.facts(), opened, part.roles());
    }

    Extract extract(ExtractKind kind) {
        return Extracts.compose(kind, material(kind), null).orElseThrow();
    }

    Extract melding(UUID meldingId) {
        return Extracts.compose(ExtractKind.MELDING, material(ExtractKind.MELDING), meldingId).orElseThrow();
    }

    /** Everything an extract says, as its JSON. */
    static String said(Extract extract) {
        return EventJson.mapper().valueToTree(extract).toPrettyString();
    }

    static Set<String> titles(Extract extract) {
        return extract.sections().stream().map(Section::title).collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
