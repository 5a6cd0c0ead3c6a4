package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.history.Steps;

/**
 * The extract for the client's file. The client may read it: it names no member of staff, holds nothing withheld, and its entries carry
 * no numbers, because a gap would tell that something is missing. On the care-relation route only what is named here is shown in full
 * (incident, harm, recovery); everything else is a line of the procedure, so that a new type of entry shows too little, never too much.
 */
final class ClientFile {

    private static final String SOURCE = "Leidraad Veilige zorgrelatie, p. 135: objectieve registratie, zonder namen van medewerkers";

    private static final Set<String> INCIDENT = Set.of("SignalRecorded", "InternalReportMade");
    private static final Set<String> CONVERSATIONS = Set.of("ConversationHeld", "ConversationWaived");
    private static final Set<String> RECOVERY = Set.of("AftercareArranged", "SituationCommunicated");

    /** Measures about staff and the protection of who reported: no line of them either. */
    private static final Set<String> NOT_OF_THE_CLIENT = Set.of(
            "SanctionImposed", "DismissalAnnounced", "SilenceImposed", "SilenceLifted", "AccusedAddressed", "ImprovementPlanned",
            "ImprovementCompleted", "InvestigatorAssigned", "CaseHandedOver", "HandoverAnswered", "CaseOpened");

    private static final Set<String> FOR_THE_CLIENT = Set.of("CLIENT_AND_FAMILY", "CLIENT", "FAMILY");

    /** Who reported, the terms of the organisation towards the inspectorate, and why a member of staff hands over or refuses a case. */
    private static final Set<String> HIDDEN = Set.of(
            "InternalReportMade.reporterKind", "InternalReportMade.anonymous", "InternalReportMade.terms", "CaseHandedOver.reason",
            "HandoverAnswered.reason");

    private final ExtractMaterial material;
    private final EntryBlocks blocks;
    private final Set<Long> withheld;

    private ClientFile(ExtractMaterial material) {
        this.material = material;
        this.blocks = new EntryBlocks(material, new Visibility(ExtractKind.CLIENT_FILE, HIDDEN, true, false));
        this.withheld = withheld(material);
    }

    static Extract of(ExtractMaterial material) {
        return new ClientFile(material).extract();
    }

    private Extract extract() {
        return Compose.extract(
                ExtractKind.CLIENT_FILE,
                material,
                "Dit uittreksel noemt geen namen van medewerkers: wie iets vastlegde staat er met de functie. Namen van medewerkers die de"
                        + " casus kent, zijn in vrije tekst vervangen.",
                blocks.opening(true),
                material.history().route() == Route.MELDCODE ? meldcode() : careRelation());
    }

    private List<Section> meldcode() {
        List<Section> sections = new ArrayList<>();
        for (int step = 1; step <= 6; step++) {
            int number = step;
            List<Block> entries = blocks.of(material.events().stream()
                    .filter(this::mayBeRead)
                    .filter(e -> Steps.stepOf(e.event().data(), Route.MELDCODE).equals(Optional.of(number))));
            if (!entries.isEmpty()) {
                sections.add(new Section(
                        "Stap " + number + " · " + DutchLabels.word("step.MELDCODE." + number),
                        "Meldcode, stap " + number + ": rapporteer in elk geval",
                        entries));
            }
        }
        List<Block> other = blocks.of(material.events().stream()
                .filter(this::mayBeRead)
                .filter(e -> e.event().type() != EventType.CASE_OPENED)
                .filter(e -> Steps.stepOf(e.event().data(), Route.MELDCODE).isEmpty()));
        if (!other.isEmpty()) {
            sections.add(new Section("Verloop", "Meldcode, stap 1: beschrijf de stappen en de besluiten", other));
        }
        return sections;
    }

    private List<Section> careRelation() {
        return List.of(
                new Section("Incident en schade", SOURCE, blocks.orNone(named(INCIDENT))),
                new Section("Gesprekken met cliënt en naasten", SOURCE, blocks.orNone(named(CONVERSATIONS))),
                new Section("Herstel en nazorg", SOURCE, blocks.orNone(named(RECOVERY))),
                new Section("Gevolgde procedure", SOURCE, List.of(procedure())));
    }

    private Stream<OpenedEvent> named(Set<String> types) {
        return material.events().stream().filter(this::mayBeRead).filter(e -> types.contains(e.event().type().eventName()));
    }

    private Block procedure() {
        return Compose.procedure(material, material.events().stream()
                .filter(this::mayBeRead)
                .filter(e -> !NOT_OF_THE_CLIENT.contains(material.subjectOf(e).event().type().eventName()))
                .filter(e -> !(material.subjectOf(e).event().data() instanceof SignalRecorded))
                .filter(material::counts)
                .toList());
    }

    private boolean mayBeRead(OpenedEvent opened) {
        return !withheld.contains(opened.event().sequence()) && isForTheClient(material.subjectOf(opened));
    }

    /** Aftercare of others, and what was told to others, is theirs. */
    private static boolean isForTheClient(OpenedEvent opened) {
        for (String member : List.of("for", "audience")) {
            JsonNode whom = opened.data().path(member);
            if (whom.isTextual() && !FOR_THE_CLIENT.contains(whom.asText())) {
                return false;
            }
        }
        return true;
    }

    /** Withheld signals, and corrections of them or into them: each would show what was withheld. */
    private static Set<Long> withheld(ExtractMaterial material) {
        Set<Long> withheld = new HashSet<>();
        for (OpenedEvent opened : material.events()) {
            JsonNode data = opened.data();
            boolean itself = data.path("withholdFromClientFile").asBoolean()
                    || data.path("replacement").path("withholdFromClientFile").asBoolean();
            if (itself) {
                withheld.add(opened.event().sequence());
                if (data.path("corrects").isNumber()) {
                    withheld.add(data.path("corrects").asLong());
                }
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (OpenedEvent opened : material.events()) {
                JsonNode corrects = opened.data().path("corrects");
                if (corrects.isNumber() && withheld.contains(corrects.asLong())) {
                    more |= withheld.add(opened.event().sequence());
                }
            }
        }
        return withheld;
    }
}
