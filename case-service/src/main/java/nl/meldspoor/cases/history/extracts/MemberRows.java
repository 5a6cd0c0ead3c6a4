package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Receipt;
import nl.meldspoor.events.TermFact;

/**
 * The members of an event as labelled Dutch rows, from the annotations of its record alone: a new type of event needs labels, no code.
 * Ids, keyed hashes and user names are no text for a reader and are left out. A member of a form that is not known here is a defect.
 */
final class MemberRows {

    /** Members whose text a record inside starts with; the others follow with their label. */
    private static final Set<String> PLAIN = Set.of("name", "function", "role", "text", "kind", "reference");

    private final Visibility visibility;
    private final Blanking blanking;

    MemberRows(Visibility visibility, Blanking blanking) {
        this.visibility = visibility;
        this.blanking = blanking;
    }

    /** Whether a reader is shown the member at all: the rest are ids, hashes and user names. */
    static boolean isForReaders(EventShape.Member m) {
        // What a correction puts in the place of an entry is shown there.
        boolean technical = m.kind() == EventShape.Kind.UUID || m.kind() == EventShape.Kind.ENTRY;
        if (m.userName() != null || technical || m.name().equals("clientMinor")) {
            return false;
        }
        if (!m.derived()) {
            return true;
        }
        boolean text = m.kind() == EventShape.Kind.TEXT || m.elementKind() == EventShape.Kind.TEXT;
        return !text && m.elementKind() != EventShape.Kind.UUID;
    }

    /** Rows of what is there and may be seen, in the order of the record, then note and deviation. */
    List<Row> of(OpenedEvent opened) {
        EventType type = opened.event().type();
        List<Row> rows = new ArrayList<>(of(type, type.record(), "", opened));
        note(opened, "note").ifPresent(rows::add);
        note(opened, "deviation").ifPresent(rows::add);
        return rows;
    }

    private Optional<Row> note(OpenedEvent opened, String name) {
        EventType type = opened.event().type();
        if (!visibility.shows(type, type.eventName() + "." + name, type.aboutWhom())) {
            return Optional.empty();
        }
        String label = DutchLabels.word("member." + name);
        JsonNode value = opened.data().get(name);
        if (value == null) {
            return erased(opened, name) ? Optional.of(Row.erased(name, label)) : Optional.empty();
        }
        return Optional.of(Row.of(name, label, blanking.in(value.asText())));
    }

    /** One member, whether or not it is there. */
    Row one(OpenedEvent opened, String name) {
        EventType type = opened.event().type();
        EventShape.Member member = EventShape.of(type.record())
                .member(name)
                .orElseThrow(() -> new IllegalArgumentException(type.eventName() + " has no member " + name));
        String label = DutchLabels.member(type.record(), name);
        if (!visibility.shows(type, type.record(), member)) {
            throw new IllegalArgumentException("this extract does not show " + type.eventName() + "." + name);
        }
        return row(type, type.record(), member, "", opened).orElse(Row.missing(name, label));
    }

    private List<Row> of(EventType type, Class<?> owner, String path, OpenedEvent opened) {
        List<Row> rows = new ArrayList<>();
        for (EventShape.Member m : EventShape.of(owner).members()) {
            if (!isForReaders(m) || m.happenedAt() || !visibility.shows(type, owner, m)) {
                continue;
            }
            if (m.isPartlySealed()) {
                rows.addAll(of(type, m.type(), path + m.name() + ".", opened));
            } else {
                row(type, owner, m, path, opened).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private Optional<Row> row(
            EventType type, Class<?> owner, EventShape.Member m, String path, OpenedEvent opened) {
        String name = path + m.name();
        JsonNode value = opened.data().at("/" + name.replace('.', '/'));
        if (m.kind() == EventShape.Kind.RECORD && m.type() == Receipt.class) {
            return value.isObject() ? Optional.of(receipt((ObjectNode) value)) : Optional.empty();
        }
        if (m.element() == TermFact.class) {
            return value.isEmpty() ? Optional.empty() : Optional.of(terms(value));
        }
        String label = DutchLabels.member(owner, m.name());
        if (value.isMissingNode() || value.isNull()) {
            return erased(opened, name) ? Optional.of(Row.erased(name, label)) : Optional.empty();
        }
        if (m.kind() == EventShape.Kind.LIST) {
            List<String> values = new ArrayList<>();
            value.forEach(v -> values.add(text(m.elementKind(), m.element(), v)));
            return values.isEmpty()
                    ? Optional.of(Row.of(name, label, DutchLabels.word("none")))
                    : Optional.of(Row.of(name, label, values));
        }
        String code = m.kind() == EventShape.Kind.ENUM || m.kind() == EventShape.Kind.BOOLEAN ? value.asText() : null;
        return Optional.of(new Row(
                name, label, Row.State.RECORDED, List.of(text(m.kind(), m.type(), value)), code));
    }

    /** Sealed when it was stored and not there now: its key is gone. */
    private static boolean erased(OpenedEvent opened, String name) {
        return opened.event().sealedMembers().contains(name);
    }

    private static Row receipt(ObjectNode receipt) {
        return Row.of(
                "receipt",
                DutchLabels.word("receipt"),
                receipt.at("/text/nl").asText() + " (" + receipt.path("rule").asText() + ", "
                        + DutchLabels.word("version") + " " + receipt.path("version").asText() + "; "
                        + receipt.path("source").asText() + ")");
    }

    private static Row terms(JsonNode terms) {
        List<String> values = new ArrayList<>();
        for (JsonNode term : terms) {
            String kind = term.path("kind").asText();
            values.add(DutchLabels.find("term." + kind).orElse(kind) + ": "
                    + DutchDates.day(LocalDate.parse(term.path("dueOn").asText())));
        }
        return Row.of("terms", DutchLabels.word("terms"), values);
    }

    private String text(EventShape.Kind kind, Class<?> type, JsonNode value) {
        return switch (kind) {
            case TEXT -> blanking.in(value.asText());
            case CODE -> value.asText();
            case BOOLEAN -> DutchLabels.yesNo(value.asBoolean());
            case INTEGER -> value.asText();
            case ENUM -> DutchLabels.code(type, value.asText());
            case MOMENT -> DutchDates.moment(Instant.parse(value.asText()));
            case DAY -> DutchDates.day(LocalDate.parse(value.asText()));
            case RECORD -> composed(type, value);
            case UUID, ENTRY, LIST, DERIVED_VALUE ->
                throw new IllegalStateException("expected a member that can be shown, but was " + kind + " " + type.getSimpleName());
        };
    }

    /** {@code Mia Voorbeeld, teamleider, telefoon 000}: identity stands as it was recorded, nothing is blanked in it. */
    private static String composed(Class<?> record, JsonNode value) {
        StringJoiner whole = new StringJoiner(", ");
        MemberRows asRecorded = new MemberRows(null, Blanking.NONE);
        for (EventShape.Member m : EventShape.of(record).members()) {
            JsonNode part = value.path(m.name());
            if (part.isMissingNode() || part.isNull() || !isForReaders(m)) {
                continue;
            }
            String text;
            if (m.kind() == EventShape.Kind.LIST) {
                StringJoiner list = new StringJoiner(" / ");
                part.forEach(v -> list.add(asRecorded.text(m.elementKind(), m.element(), v)));
                text = list.toString();
            } else {
                text = asRecorded.text(m.kind(), m.type(), part);
            }
            whole.add(PLAIN.contains(m.name()) ? text : lowerFirst(DutchLabels.member(record, m.name())) + " " + text);
        }
        return whole.toString();
    }

    private static String lowerFirst(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
