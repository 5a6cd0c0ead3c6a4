package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Deadline;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * What the inspectorate asks, per type of report (Uitvoeringsbesluit Wkkgz 8.1-8.4): to prepare the form from, and afterwards the proof
 * of what was reported. The inspectorate has one form per type and no interface; sending stays the work of people.
 */
final class IGJForm {

    private final ExtractMaterial material;
    private final EntryBlocks blocks;

    private IGJForm(ExtractMaterial material) {
        this.material = material;
        this.blocks = new EntryBlocks(material, new Visibility(
                ExtractKind.IGJ_REPORT,
                Set.of("InternalReportMade.reporterKind", "InternalReportMade.anonymous", "InternalReportMade.receivedBy"),
                false,
                false));
    }

    static Extract of(ExtractMaterial material) {
        return new IGJForm(material).extract();
    }

    private Extract extract() {
        List<Section> sections = new ArrayList<>();
        Set<IGJCategory> categories = categories();
        if (categories.isEmpty()) {
            sections.add(new Section("Te melden", "Wkkgz art. 11 lid 1", List.of(new Block.Paragraph(
                    "Op deze casus staat nog geen vaststelling die gemeld moet worden, en geen gedane melding. Bij twijfel mag een"
                            + " calamiteit of geweld in de zorgrelatie ook eerder worden gemeld. Hieronder staat wat elke melding vraagt."))));
        }
        sections.add(general());
        for (IGJCategory category : categories.isEmpty() ? EnumSet.of(IGJCategory.CALAMITY, IGJCategory.VIOLENCE) : categories) {
            sections.add(section(category));
        }
        sections.add(filed());
        boolean wmo = material.history().opened().legalFramework() == LegalFramework.WMO;
        return Compose.extract(
                ExtractKind.IGJ_REPORT,
                material,
                (wmo
                                ? "Deze casus valt onder de Wmo: calamiteit en geweld gaan naar de gemeentelijke toezichthouder (Wmo 2015 art. 3.4). "
                                : "")
                        + "De inspectie heeft per soort melding een eigen formulier; dit uittreksel volgt wat het Uitvoeringsbesluit Wkkgz"
                        + " vraagt. Download de verzendbevestiging direct na het verzenden: die is later niet meer op te vragen.",
                blocks.opening(false),
                sections);
    }

    private Set<IGJCategory> categories() {
        Set<IGJCategory> categories = EnumSet.noneOf(IGJCategory.class);
        material.history().igjReports().forEach(r -> categories.add(r.data().category()));
        for (Entry<JudgementMade> judgement : material.history().judgements()) {
            if (Boolean.TRUE.equals(judgement.data().reportable())) {
                categoryOf(judgement.data().qualification()).ifPresent(categories::add);
            }
        }
        if (!material.counting(EventType.DISMISSAL_ANNOUNCED).isEmpty()) {
            categories.add(IGJCategory.DISMISSAL);
        }
        return categories;
    }

    private static Optional<IGJCategory> categoryOf(Qualification qualification) {
        return switch (qualification) {
            case CALAMITY -> Optional.of(IGJCategory.CALAMITY);
            case VIOLENCE_IN_CARE_RELATION -> Optional.of(IGJCategory.VIOLENCE);
            case BOUNDARY_CROSSING, INCIDENT, UNFOUNDED -> Optional.empty();
        };
    }

    /** What was taken back is not told to others. */
    private List<Block> counting(EventType type) {
        return blocks.of(material.counting(type).stream());
    }

    private Optional<OpenedEvent> report() {
        return material.latest(EventType.IGJ_REPORT_FILED);
    }

    private Optional<OpenedEvent> report(IGJCategory category) {
        return CaseHistory.latest(material.history().igjReports(), r -> r.data().category() == category)
                .map(r -> material.opened(r.event()));
    }

    private Row asked(Optional<OpenedEvent> entry, String member, String label) {
        return entry.map(e -> blocks.rows().one(e, member).labelled(label)).orElseGet(() -> Row.missing(member, label));
    }

    private Section general() {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("organisation", "Zorgaanbieder", material.organisation()));
        rows.add(Row.missing("contact", "Contactgegevens zorgaanbieder"));
        rows.add(Row.missing("kvk", "KVK-nummer"));
        rows.add(asked(report(), "establishmentNumber", "Vestigingsnummer"));
        rows.add(asked(report(), "filedBy", "Melder: naam en functie"));
        rows.add(asked(report(), "filedAt", "Dagtekening"));
        rows.add(Row.missing("product", "Betrokken product en leverancier"));
        rows.add(asked(report(), "bigRegistered", "Zorgverlener staat in het BIG-register"));
        rows.addAll(blocks.client());
        rows.add(Row.missing("clientContact", "Contactgegevens cliënt"));
        rows.add(blocks.rows().one(material.opening(), "sector"));
        rows.add(blocks.rows().one(material.opening(), "legalFramework"));
        return new Section("Algemeen", "Uitvoeringsbesluit Wkkgz art. 8.1 lid 2", List.of(new Block.Facts(rows)));
    }

    private Section section(IGJCategory category) {
        Optional<OpenedEvent> report = report(category);
        List<Block> parts = new ArrayList<>();
        parts.add(new Block.Facts(whatHappened(category, report)));
        if (category != IGJCategory.CALAMITY) {
            parts.add(new Block.Facts(List.of(accused(category))));
        }
        parts.add(actions(category, report));
        if (category == IGJCategory.DISMISSAL) {
            parts.addAll(counting(EventType.DISMISSAL_ANNOUNCED));
        } else {
            parts.addAll(counting(EventType.SAFETY_MEASURE_TAKEN));
            parts.add(new Block.Facts(List.of(
                    asked(report, "prosecutor", "Ter kennis van het openbaar ministerie gebracht of te brengen"))));
        }
        parts.addAll(term(category));
        return new Section(DutchLabels.code(category), "Uitvoeringsbesluit Wkkgz " + article(category), parts);
    }

    private static String article(IGJCategory category) {
        return switch (category) {
            case CALAMITY -> "art. 8.2";
            case VIOLENCE -> "art. 8.3";
            case DISMISSAL -> "art. 8.4";
        };
    }

    private List<Row> whatHappened(IGJCategory category, Optional<OpenedEvent> report) {
        Optional<OpenedEvent> internal = material.latest(EventType.INTERNAL_REPORT_MADE);
        List<Row> rows = new ArrayList<>();
        rows.add(report.map(r -> blocks.rows().one(r, "content"))
                .orElseGet(() -> asked(internal, "facts", "Feiten"))
                .labelled(category == IGJCategory.DISMISSAL
                        ? "Feitelijke omschrijving van het ernstig tekortschieten"
                        : "Feitelijke omschrijving"));
        if (category == IGJCategory.DISMISSAL) {
            return rows;
        }
        rows.add(asked(report, "eventOn", "Datum van de gebeurtenis"));
        rows.add(asked(internal, "discoveredAt", "Ontdekt op"));
        rows.add(asked(internal, "clientDied", "Cliënt overleden"));
        rows.add(asked(internal, "clientInformed", "Cliënt of vertegenwoordiger geïnformeerd"));
        rows.add(asked(internal, "noticeableConsequences", "Merkbare gevolgen voor de cliënt"));
        material.counting(EventType.JUDGEMENT_MADE).stream()
                .filter(j -> categoryOf(((JudgementMade) j.event().data()).qualification()).equals(Optional.of(category)))
                .reduce((a, b) -> b)
                .ifPresent(j -> {
                    rows.add(Row.of("determinedAt", "Vastgesteld op", DutchDates.dayOf(j.event().occurredAt())));
                    for (String member : List.of("severity", "recurrenceRisk", "fatal", "betweenClients", "reasoning")) {
                        rows.add(blocks.rows().one(j, member));
                    }
                });
        return rows;
    }

    /** Persons involved other than the client: asked for violence and dismissal, not for a calamity. */
    private Row accused(IGJCategory category) {
        String label = category == IGJCategory.VIOLENCE
                ? "Andere betrokkenen: naam, contactgegevens, functie"
                : "Zorgverlener: naam, contactgegevens, functie, BIG-nummer";
        return asked(material.latest(EventType.INTERNAL_REPORT_MADE), "accused", label);
    }

    private static String asksActions(IGJCategory category) {
        return category == IGJCategory.DISMISSAL
                ? "Functioneren besproken, geprobeerd te verbeteren, zaak bij het tuchtcollege"
                : "Onderzoek, beperken en herstel van gevolgen, informeren van cliënt of naasten";
    }

    private Block actions(IGJCategory category, Optional<OpenedEvent> report) {
        List<List<String>> lines = new ArrayList<>();
        report.ifPresent(r -> r.data().path("actions").forEach(action -> lines.add(List.of(
                action.path("kind").asText(), action.path("text").asText(), due(action)))));
        return lines.isEmpty()
                ? new Block.Facts(List.of(Row.missing("actions", "Acties met termijn: " + asksActions(category).toLowerCase(Locale.ROOT))))
                : new Block.Table("Acties, genomen en gepland. Gevraagd: " + asksActions(category).toLowerCase(Locale.ROOT),
                        List.of("Soort", "Actie", "Termijn"), lines);
    }

    private static String due(JsonNode action) {
        String due = action.path("dueOn").asText("");
        return due.isEmpty() ? "–" : DutchDates.day(LocalDate.parse(due));
    }

    private List<Block> term(IGJCategory category) {
        String obligation = "OB-IGJ-" + category.name();
        List<Block> parts = new ArrayList<>();
        for (Deadline deadline : Deadlines.of(material.history(), AmsterdamDay.of(material.madeAt()))) {
            if (deadline.obligation().equals(obligation)) {
                parts.add(new Block.Facts(List.of(
                        Row.of("dueOn", "Te melden uiterlijk", DutchDates.day(deadline.term().dueOn())),
                        Row.of("basis", "Grondslag van die termijn", deadline.explained().basis().nl()))));
            }
        }
        return parts;
    }

    private Section filed() {
        List<Block> parts = material.history().igjReports().isEmpty()
                ? List.of(new Block.Paragraph("Er is nog geen melding aan de inspectie vastgelegd."))
                : counting(EventType.IGJ_REPORT_FILED);
        return new Section("Gedane meldingen", "Wkkgz art. 11 lid 1", parts);
    }
}
