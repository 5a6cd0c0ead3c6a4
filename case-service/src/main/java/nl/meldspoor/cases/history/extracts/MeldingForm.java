package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.events.history.Happened;
import nl.meldspoor.events.history.Steps;

/** A melding as the form of Veilig Thuis asks it, in the form's order, so that it can be copied or handed over as it is. */
final class MeldingForm {

    private static final String FORM = "Meldformulier Veilig Thuis: ";

    private final ExtractMaterial material;
    private final Entry<MeldingMade> melding;
    private final OpenedEvent opened;
    private final EntryBlocks blocks;

    private MeldingForm(ExtractMaterial material, Entry<MeldingMade> melding) {
        this.material = material;
        this.melding = melding;
        this.opened = material.opened(melding.event());
        this.blocks = new EntryBlocks(material, new Visibility(ExtractKind.MELDING, Set.of(), false, false));
    }

    /** Empty when the case has no such melding. */
    static Optional<Extract> of(ExtractMaterial material, UUID meldingId) {
        return material.history().melding(meldingId).map(m -> new MeldingForm(material, m).extract());
    }

    private Extract extract() {
        List<Row> opening = new ArrayList<>(List.of(row("madeAt"), row("region"), row("channel"), row("reference")));
        material.correctionOf(opened).ifPresent(correction -> opening.add(Row.of(
                "correctedOn", DutchLabels.word("correctedOn"),
                DutchDates.dayOf(correction.recordedAt()) + ": " + DutchLabels.word("sent-otherwise"))));
        opening.add(Row.of("organisation", DutchLabels.word("organisation"), material.organisation()));
        opening.add(Row.of("caseId", DutchLabels.word("caseId"), material.history().caseId().toString()));
        return Compose.extract(
                ExtractKind.MELDING,
                material,
                "Dit document volgt de volgorde van het meldformulier. Wat het formulier vraagt en de casus niet zegt, staat er als niet"
                        + " vastgelegd. Informatie van derden en vermoedens zijn als zodanig gemerkt.",
                opening,
                List.of(meldcode(), reporter(), persons(), facts(), network(), other(), completion()));
    }

    /** What was taken back is not told to others. */
    private List<Block> counting(EventType type) {
        return blocks.of(material.counting(type).stream());
    }

    private Row row(String member) {
        return blocks.rows().one(opened, member);
    }

    private Section meldcode() {
        List<Row> steps = new ArrayList<>();
        for (int step = 1; step <= 5; step++) {
            steps.add(step(step));
        }
        List<Block> parts = new ArrayList<>();
        parts.add(new Block.Facts(steps));
        parts.add(new Block.Facts(advice()));
        parts.add(new Block.Facts(weighing()));
        parts.add(new Block.Facts(openness()));
        return new Section("Meldcode", FORM + "gezette stappen, advies en openheid", parts);
    }

    private Row step(int number) {
        String label = "Stap " + number + " · " + DutchLabels.word("step.MELDCODE." + number);
        List<String> taken = material.history().counting().stream()
                .filter(e -> Steps.stepOf(e.data(), Route.MELDCODE).equals(Optional.of(number)))
                .map(Happened::of)
                .filter(h -> !h.isAfter(melding.happened()))
                .map(Happened::day)
                .distinct()
                .sorted()
                .map(DutchDates::day)
                .toList();
        return taken.isEmpty()
                ? Row.of("step" + number, label, DutchLabels.word("step-not-taken"))
                : Row.of("step" + number, label, DutchLabels.word("step-taken") + " " + String.join("; ", taken));
    }

    private List<Row> advice() {
        List<Row> rows = new ArrayList<>();
        for (var consultation : material.history().consultations()) {
            if (consultation.data().with() == ConsultedParty.VEILIG_THUIS && !consultation.happened().isAfter(melding.happened())) {
                Row advice = blocks.rows().one(material.opened(consultation.event()), "advice");
                rows.add(advice.labelled("Advies Veilig Thuis, " + DutchDates.day(consultation.happened().day())));
            }
        }
        return rows.isEmpty() ? List.of(Row.of("advice", "Advies Veilig Thuis", DutchLabels.word("advice-not-asked"))) : rows;
    }

    private Optional<OpenedEvent> assessment() {
        return material.history().latestAssessmentAt(melding.happened()).map(a -> material.opened(a.event()));
    }

    private List<Row> weighing() {
        Optional<OpenedEvent> assessment = assessment();
        if (assessment.isEmpty()) {
            return List.of(Row.missing("assessment", "Weging"));
        }
        return Stream.of("suspicion", "acuteUnsafety", "structuralUnsafety", "effectiveHelp", "helpAccepted", "helpLeadsToSafety",
                        "outcome", "norm", "reasoning")
                .map(member -> blocks.rows().one(assessment.get(), member))
                .filter(row -> row.state() != Row.State.NOT_RECORDED)
                .toList();
    }

    private List<Row> openness() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("discussedWithClient"));
        if (melding.data().waiver() != null) {
            rows.add(Row.of("waiver.ground", "Reden om niet te bespreken", DutchLabels.code(melding.data().waiver().ground())));
            String why = opened.data().at("/waiver/motivation").asText("");
            rows.add(why.isEmpty()
                    ? Row.missing("waiver.motivation", "Toelichting op die reden")
                    : Row.of("waiver.motivation", "Toelichting op die reden", why));
        } else if (!melding.data().discussedWithClient()) {
            CaseHistory.latest(material.history().waivers(), w -> w.data().waives() == Waivable.MELDING_ANNOUNCEMENT)
                    .ifPresentOrElse(
                            w -> {
                                OpenedEvent waiver = material.opened(w.event());
                                rows.add(blocks.rows().one(waiver, "ground").labelled("Reden om niet te bespreken"));
                                rows.add(blocks.rows().one(waiver, "motivation").labelled("Toelichting op die reden"));
                            },
                            () -> rows.add(whyDifferently()));
        }
        return rows;
    }

    /** Without a waiver it was a deviation, and that has its motivation. */
    private Row whyDifferently() {
        String label = "Reden om niet te bespreken";
        String why = opened.data().path("deviation").asText("");
        return why.isEmpty() ? Row.missing("waiver.ground", label) : Row.of("deviation", label, why);
    }

    private Section reporter() {
        JsonNode by = opened.data().path("madeBy");
        List<Row> rows = new ArrayList<>();
        for (String member : List.of("name", "function", "phone", "email")) {
            String value = by.path(member).asText("");
            String label = DutchLabels.word("reporter." + member);
            rows.add(value.isEmpty() ? Row.missing("madeBy." + member, label) : Row.of("madeBy." + member, label, value));
        }
        rows.add(Row.of("organisation", DutchLabels.word("organisation"), material.organisation()));
        rows.add(blocks.rows().one(material.opening(), "profession"));
        rows.add(row("anonymousTowardsClient"));
        if (melding.data().anonymityGround() != null) {
            rows.add(row("anonymityGround"));
        }
        return new Section("Melder", FORM + "gegevens van de melder", List.of(new Block.Facts(rows)));
    }

    private Section persons() {
        List<List<String>> lines = new ArrayList<>();
        for (JsonNode person : opened.data().path("persons")) {
            String born = person.path("birthDate").asText("");
            lines.add(List.of(
                    cell(person, "role"),
                    cell(person, "name"),
                    born.isEmpty() ? "–" : DutchDates.day(LocalDate.parse(born)),
                    cell(person, "sex"),
                    cell(person, "address"),
                    cell(person, "relation"),
                    cell(person, "representation")));
        }
        List<Block> parts = new ArrayList<>();
        parts.add(lines.isEmpty()
                ? new Block.Facts(List.of(Row.missing("persons", "Betrokkenen")))
                : new Block.Table(
                        "Betrokken personen",
                        List.of("Rol", "Naam", "Geboren", "Geslacht", "Adres", "Relatie", "Gezag of vertegenwoordiging"),
                        lines));
        List<Row> client = new ArrayList<>(blocks.client());
        client.add(blocks.rows().one(material.opening(), "clientRole"));
        client.add(Row.missing("languages", "Taal en tolk"));
        parts.add(new Block.Facts(client));
        parts.addAll(counting(EventType.CHILD_CHECK_DONE));
        return new Section("Betrokkenen", FORM + "betrokkenen", parts);
    }

    private static String cell(JsonNode person, String member) {
        String value = person.path(member).asText("");
        return value.isEmpty() ? "–" : value;
    }

    private Section facts() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("facts").labelled("Feiten en gebeurtenissen"));
        rows.add(row("thirdPartyInformation").labelled("Informatie van derden"));
        for (String member : List.of("frequency", "duration", "severity", "risk", "harmLikelihood")) {
            rows.add(assessment()
                    .map(a -> blocks.rows().one(a, member))
                    .orElseGet(() -> Row.missing(member, DutchLabels.member(AssessmentMade.class, member))));
        }
        rows.add(Row.missing("injuries", "Letsel"));
        rows.add(Row.missing("earlierViolence", "Eerder geweld"));
        List<Block> parts = new ArrayList<>();
        parts.add(new Block.Facts(rows));
        parts.add(new Block.Paragraph("Signalen waarop de melding rust, bevestigend en ontkrachtend:"));
        parts.addAll(blocks.orNone(material.counting(EventType.SIGNAL_RECORDED).stream()
                .filter(s -> !Happened.of(s.event()).isAfter(melding.happened()))));
        return new Section("Melding", FORM + "feiten, ernst, letterlijke woorden, informatie van derden", parts);
    }

    private Section network() {
        List<Block> parts = new ArrayList<>();
        parts.addAll(counting(EventType.NETWORK_MAPPED));
        parts.addAll(counting(EventType.HELP_ARRANGED));
        return new Section(
                "Steunend netwerk",
                FORM + "steunend netwerk",
                parts.isEmpty() ? List.of(new Block.Facts(List.of(Row.missing("network", "Familie, vrijwilligers, zorgverleners, huisarts")))) : parts);
    }

    private Section other() {
        List<Row> rows = new ArrayList<>();
        List<String> special = material.counting(EventType.SIGNAL_RECORDED).stream()
                .map(s -> blocks.rows().one(s, "specialForms"))
                .flatMap(r -> r.values().stream())
                .distinct()
                .toList();
        rows.add(Row.of("specialForms", "Bijzondere vormen", special));
        rows.add(Row.missing("staffSafety", "Veiligheid van hulpverleners, wapens"));
        rows.add(Row.missing("addiction", "Verslaving"));
        rows.add(Row.missing("disability", "Beperking"));
        List<Block> parts = new ArrayList<>();
        parts.add(new Block.Facts(rows));
        for (EventType type : List.of(EventType.CAPACITY_CHECKED, EventType.CARE_CHECK_DONE, EventType.SAFETY_PLAN_MADE)) {
            parts.addAll(counting(type));
        }
        return new Section("Overige informatie", FORM + "overige informatie", parts);
    }

    private Section completion() {
        List<Row> rows = new ArrayList<>();
        for (String member :
                List.of("clientConsent", "clientReaction", "clientObjections", "objectionsHandled", "agreements", "receivedBy")) {
            rows.add(row(member));
        }
        List<Block> parts = new ArrayList<>();
        parts.add(new Block.Facts(rows));
        UUID id = melding.data().meldingId();
        parts.addAll(blocks.of(Stream.concat(
                material.history().acknowledgements().stream()
                        .filter(a -> a.data().meldingId().equals(id))
                        .map(a -> material.opened(a.event())),
                material.history().feedback().stream()
                        .filter(f -> f.data().meldingId().equals(id))
                        .map(f -> material.opened(f.event())))));
        return new Section("Afronding", FORM + "reactie van betrokkenen en afspraken", parts);
    }
}
