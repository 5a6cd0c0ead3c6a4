package nl.meldspoor.cases.history.extracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.PersonKind;

/**
 * The extract for the personnel file of the accused: incident, harm to the client, measures and procedure. Never who reported: no
 * signals, no recorders, nothing of the reporter; and no client by name.
 */
final class PersonnelFile {

    private static final String SOURCE = "Leidraad Veilige zorgrelatie, p. 135: registratie in personeelsdossier van de pleger";

    /** Besides what is sealed for the reporter: facts that tell who it was, or that concern the client alone. */
    private static final Set<String> HIDDEN = Set.of(
            "InternalReportMade.reporterKind",
            "InternalReportMade.anonymous",
            "InternalReportMade.receivedBy",
            "InternalReportMade.clientConsent",
            "InternalReportMade.consentMotivation",
            "InternalReportMade.note",
            "InternalReportMade.deviation",
            "InternalReportMade.terms",
            "JudgementMade.terms");

    /** Who reported, or what the client alone is concerned with, even as a line. */
    private static final Set<String> NO_LINE = Set.of(
            "CaseOpened", "SignalRecorded", "ConsultationHeld", "SilenceImposed", "SilenceLifted", "CaseHandedOver",
            "HandoverAnswered", "ImprovementPlanned", "ImprovementCompleted");

    private static final Set<String> FOR_OTHERS = Set.of("CLIENT_AND_FAMILY", "UNIT", "REPORTER");

    private final ExtractMaterial material;
    private final EntryBlocks blocks;

    private PersonnelFile(ExtractMaterial material) {
        this.material = material;
        this.blocks = new EntryBlocks(material, new Visibility(ExtractKind.PERSONNEL_FILE, HIDDEN, false, false));
    }

    static Extract of(ExtractMaterial material) {
        return new PersonnelFile(material).extract();
    }

    private Extract extract() {
        return Compose.extract(
                ExtractKind.PERSONNEL_FILE,
                material,
                "Dit uittreksel noemt niet wie heeft gemeld, niet wie iets heeft vastgelegd en niet de naam van de cliënt.",
                blocks.opening(false),
                concernsStaff() ? sections() : notOfStaff());
    }

    /** A fellow client, or nobody, has no personnel file. */
    private boolean concernsStaff() {
        return material.latest(EventType.INTERNAL_REPORT_MADE)
                .map(r -> ((InternalReportMade) r.event().data()).accusedKind())
                .filter(kind -> kind != AccusedKind.CLIENT && kind != AccusedKind.NONE)
                .isPresent();
    }

    private List<Section> notOfStaff() {
        return List.of(new Section("Geen registratie", SOURCE, List.of(new Block.Paragraph(
                "Er is geen interne melding over een medewerker of vrijwilliger: in een personeelsdossier is niets vast te leggen."))));
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (!heard()) {
            sections.add(new Section("Vooraf", "Leidraad Veilige zorgrelatie, stap 1: rapporteren van signalen", List.of(new Block.Paragraph(
                    "Vastleggen in een personeelsdossier is pas aan de orde als een melding is gedaan, met de medewerker is gesproken"
                            + " en daaruit volgens het Stappenplan wordt geconcludeerd dat het moet worden vastgelegd. Dat gesprek staat"
                            + " nog niet op de casus."))));
        }
        sections.add(new Section("Incident en schade bij de cliënt", SOURCE, blocks.orNone(material.of(EventType.INTERNAL_REPORT_MADE))));
        sections.add(new Section("Hoor en wederhoor, beoordeling en maatregelen", SOURCE, blocks.orNone(aboutAccused())));
        sections.add(new Section("Gevolgde procedure", SOURCE, List.of(Compose.procedure(material, material.events().stream()
                .filter(e -> !NO_LINE.contains(material.subjectOf(e).event().type().eventName()))
                .filter(e -> isForTheAccused(material.subjectOf(e)))
                .filter(material::counts)
                .toList()))));
        return sections;
    }

    private boolean heard() {
        return !material.history().hearings().isEmpty() || !material.history().hearingWaivers().isEmpty();
    }

    private Stream<OpenedEvent> aboutAccused() {
        return material.events().stream()
                .filter(e -> e.event().type().aboutWhom() == PersonKind.ACCUSED)
                .filter(e -> !NO_LINE.contains(e.event().type().eventName()))
                .filter(PersonnelFile::isForTheAccused);
    }

    private static boolean isForTheAccused(OpenedEvent opened) {
        return !FOR_OTHERS.contains(opened.data().path("for").asText())
                && (opened.data().path("audience").isMissingNode() || opened.data().path("audience").asText().equals("ACCUSED"));
    }
}
