package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.words.EntryWords;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.Field;

/** Why an outcome is what it is, as it was given then: the rule, the facts that went in, the sentence, the source. */
public record ReceiptView(long sequence, String rule, int version, String outcome, String sentence, String source, List<Field> inputs) {

    static Optional<ReceiptView> of(EventType type, JsonNode receipt, long sequence, Visit visit) {
        if (!receipt.isObject()) {
            return Optional.empty();
        }
        List<Field> inputs = new ArrayList<>();
        receipt.path("inputs").properties().forEach(input -> inputs.add(input(type, input.getKey(), input.getValue(), visit)));
        return Optional.of(new ReceiptView(
                sequence,
                receipt.path("rule").asText(),
                receipt.path("version").asInt(),
                receipt.path("outcome").asText(),
                visit.t(receipt.at("/text/nl").asText(), receipt.at("/text/en").asText()),
                receipt.path("source").asText().replaceAll(" \\(\\d{3}\\)", ""),
                inputs));
    }

    private static Field input(EventType type, String name, JsonNode value, Visit visit) {
        var words = EntryWords.member(type.record(), name);
        return new Field(visit.t(words.nl(), words.en()), List.of(text(type, name, value, visit)));
    }

    private static String text(EventType type, String name, JsonNode value, Visit visit) {
        if (value.isBoolean()) {
            return value.asBoolean() ? visit.t("Ja", "Yes") : visit.t("Nee", "No");
        }
        if (value.isArray()) {
            StringJoiner all = new StringJoiner(", ");
            value.forEach(one -> all.add(text(type, name, one, visit)));
            return all.length() == 0 ? visit.t("Geen", "None") : all.toString();
        }
        if (value.isNull()) {
            return visit.t("niet ingevuld", "not filled in");
        }
        Class<?> codes = EventShape.of(type.record())
                .member(name)
                .map(member -> member.element() == null ? member.type() : member.element())
                .filter(Class::isEnum)
                .orElse(Enum.class);
        var words = EntryWords.code(codes, value.asText());
        return visit.t(words.nl(), words.en().isEmpty() ? value.asText() : words.en());
    }
}
