package nl.meldspoor.reporting.web.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Receipt;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.words.EntryWords;
import nl.meldspoor.reporting.web.Visit;

/**
 * What an entry says, as labelled lines in the reader's language, from the record of its type alone: a new type of entry needs words,
 * no code. Ids and user names are no text for a reader; receipts and terms are told elsewhere.
 */
public final class EntryFields {

    /** Members whose text a value starts with; the others follow with their label. */
    private static final Set<String> PLAIN = Set.of("name", "function", "role", "text", "kind", "reference");

    private EntryFields() {}

    /** All that is there, in the order of the record, then note and the reason of a deviation. */
    public static List<Field> of(EventType type, JsonNode data, Visit visit) {
        List<Field> fields = new ArrayList<>();
        for (EventShape.Member member : EventShape.of(type.record()).members()) {
            if (member.happenedAt()) {
                continue;
            }
            Field field = field(type.record(), member, data.path(member.name()), visit);
            if (field.recorded()) {
                fields.add(field);
            }
        }
        for (String more : List.of("note", "deviation")) {
            if (data.path(more).isTextual()) {
                fields.add(new Field(in(EntryWords.member(type.record(), more), visit), List.of(data.path(more).asText())));
            }
        }
        return fields;
    }

    /** One member, recorded or not. */
    public static Field one(Class<?> record, String name, JsonNode data, Visit visit) {
        EventShape.Member member = EventShape.of(record)
                .member(name)
                .orElseThrow(() -> new IllegalArgumentException(record.getSimpleName() + " has no member " + name));
        return field(record, member, data.path(name), visit);
    }

    private static Field field(Class<?> owner, EventShape.Member member, JsonNode value, Visit visit) {
        String label = in(EntryWords.member(owner, member.name()), visit);
        if (value.isMissingNode() || value.isNull() || !isForReaders(member)) {
            return new Field(label, List.of());
        }
        if (member.kind() != EventShape.Kind.LIST) {
            return new Field(label, text(member.kind(), member.type(), value, visit).stream().toList());
        }
        List<String> values = new ArrayList<>();
        value.forEach(one -> text(member.elementKind(), member.element(), one, visit).ifPresent(values::add));
        return new Field(label, values.isEmpty() ? List.of(visit.t("Geen", "None")) : values);
    }

    private static boolean isForReaders(EventShape.Member member) {
        return member.userName() == null
                && member.kind() != EventShape.Kind.UUID
                && member.elementKind() != EventShape.Kind.UUID
                && member.type() != Receipt.class
                && member.element() != TermFact.class
                && !member.name().equals("clientMinor")
                && !(member.derived() && member.kind() == EventShape.Kind.TEXT);
    }

    private static Optional<String> text(EventShape.Kind kind, Class<?> type, JsonNode value, Visit visit) {
        return switch (kind) {
            case TEXT, CODE, INTEGER -> Optional.of(value.asText());
            case BOOLEAN -> Optional.of(value.asBoolean() ? visit.t("Ja", "Yes") : visit.t("Nee", "No"));
            case ENUM -> Optional.of(in(EntryWords.code(type, value.asText()), visit));
            case MOMENT -> Optional.of(visit.moment(Instant.parse(value.asText())));
            case DAY -> Optional.of(visit.day(LocalDate.parse(value.asText())));
            case RECORD -> Optional.of(composed(type, value, visit)).filter(text -> !text.isEmpty());
            case UUID, ENTRY, LIST, DERIVED_VALUE -> Optional.empty();
        };
    }

    /** {@code Mia Voorbeeld, teamleider, telefoon 000}. */
    private static String composed(Class<?> record, JsonNode value, Visit visit) {
        StringJoiner whole = new StringJoiner(", ");
        for (EventShape.Member member : EventShape.of(record).members()) {
            Field part = field(record, member, value.path(member.name()), visit);
            if (part.recorded()) {
                String text = String.join(" / ", part.values());
                whole.add(PLAIN.contains(member.name()) ? text : part.label().toLowerCase(visit.locale()) + " " + text);
            }
        }
        return whole.toString();
    }

    private static String in(Bilingual text, Visit visit) {
        return visit.t(text.nl(), text.en());
    }
}
