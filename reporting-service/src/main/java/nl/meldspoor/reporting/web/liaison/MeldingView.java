package nl.meldspoor.reporting.web.liaison;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.words.EntryWords;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.EntryFields;
import nl.meldspoor.reporting.web.words.Field;
import nl.meldspoor.reporting.web.words.Moments;

/**
 * A melding in the order of the form of Veilig Thuis: the steps of the Meldcode and openness, who reports, who it is about, what happened,
 * how it was concluded. What the form asks and nobody recorded is said to be missing.
 *
 * @param about who it is about, in a line
 * @param madeAt in words; {@code moment} the same for {@code datetime}
 * @param why the outcome of the assessment in a sentence, empty when there was none
 * @param steps what was done before, oldest first
 */
public record MeldingView(
        UUID id,
        String organisation,
        String about,
        String moment,
        String madeAt,
        String why,
        List<Field> openness,
        List<Step> steps,
        List<Field> reporter,
        List<MeldingPersonView> persons,
        List<Field> facts,
        List<Field> conclusion,
        List<Answer> acknowledgements,
        List<Answer> feedback) {

    /** Something that was done before, with its day. */
    public record Step(String what, String day) {}

    /** Somebody the melding names. */
    public record MeldingPersonView(String role, String name, List<Field> more) {}

    /** What Veilig Thuis answered. */
    public record Answer(String moment, String when, List<Field> fields) {}

    static MeldingView of(JsonNode told, Visit visit, Clock clock) {
        JsonNode melding = told.path("melding");
        Instant made = Instant.parse(melding.path("madeAt").asText(told.path("recordedAt").asText()));
        return new MeldingView(
                UUID.fromString(told.path("meldingId").asText()),
                told.path("organisation").asText(),
                about(melding, visit),
                made.toString(),
                Moments.of(made, visit, clock),
                sentence(told.at("/assessment/receipt/text"), visit),
                fields(melding, visit, "discussedWithClient", "waiver", "anonymousTowardsClient", "anonymityGround").stream()
                        .filter(Field::recorded)
                        .toList(),
                steps(told, visit),
                reporter(told, melding, visit),
                persons(melding, visit),
                fields(melding, visit, "facts", "thirdPartyInformation"),
                fields(melding, visit, "clientConsent", "clientReaction", "clientObjections", "objectionsHandled", "agreements"),
                answers(told.path("acknowledgements"), EventType.MELDING_ACKNOWLEDGED, visit, clock),
                answers(told.path("feedback"), EventType.VEILIG_THUIS_FEEDBACK_RECEIVED, visit, clock));
    }

    public String href() {
        return "/meldingen/" + id;
    }

    public boolean acknowledged() {
        return !acknowledgements.isEmpty();
    }

    private static String about(JsonNode melding, Visit visit) {
        List<String> names = new ArrayList<>();
        melding.path("persons").forEach(person -> names.add(person.path("name").asText() + " (" + person.path("role").asText() + ")"));
        return names.isEmpty() ? visit.t("Geen namen genoemd", "No names given") : String.join(", ", names);
    }

    private static String sentence(JsonNode text, Visit visit) {
        return visit.t(text.path("nl").asText(""), text.path("en").asText(""));
    }

    private static List<Field> fields(JsonNode melding, Visit visit, String... names) {
        return Stream.of(names).map(name -> EntryFields.one(MeldingMade.class, name, melding, visit)).toList();
    }

    private static List<Step> steps(JsonNode told, Visit visit) {
        return StreamSupport.stream(told.path("steps").spliterator(), false)
                .sorted(Comparator.comparing((JsonNode step) -> step.path("happenedOn").asText()))
                .map(step -> new Step(
                        EventType.byName(step.path("type").asText())
                                .map(EntryWords::event)
                                .map(words -> visit.t(words.nl(), words.en()))
                                .orElse(step.path("type").asText()),
                        visit.day(LocalDate.parse(step.path("happenedOn").asText()))))
                .toList();
    }

    private static List<Field> reporter(JsonNode told, JsonNode melding, Visit visit) {
        JsonNode by = melding.path("madeBy");
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(visit.t("Organisatie", "Organisation"), List.of(told.path("organisation").asText())));
        for (var member : List.of(
                List.of("name", visit.t("Naam", "Name")),
                List.of("function", visit.t("Functie", "Function")),
                List.of("phone", visit.t("Telefoon", "Telephone")),
                List.of("email", visit.t("E-mail", "E-mail")))) {
            String value = by.path(member.getFirst()).asText("");
            fields.add(new Field(member.getLast(), value.isEmpty() ? List.of() : List.of(value)));
        }
        return fields;
    }

    private static List<MeldingPersonView> persons(JsonNode melding, Visit visit) {
        List<MeldingPersonView> persons = new ArrayList<>();
        melding.path("persons").forEach(person -> persons.add(new MeldingPersonView(
                person.path("role").asText(),
                person.path("name").asText(),
                Stream.of("birthDate", "sex", "address", "relation", "representation")
                        .map(name -> EntryFields.one(nl.meldspoor.events.MeldingPerson.class, name, person, visit))
                        .filter(Field::recorded)
                        .toList())));
        return persons;
    }

    private static List<Answer> answers(JsonNode answers, EventType type, Visit visit, Clock clock) {
        List<Answer> told = new ArrayList<>();
        answers.forEach(answer -> {
            Instant received = Instant.parse(answer.path("receivedAt").asText());
            told.add(new Answer(received.toString(), Moments.of(received, visit, clock), EntryFields.of(type, answer, visit)));
        });
        return told;
    }
}
