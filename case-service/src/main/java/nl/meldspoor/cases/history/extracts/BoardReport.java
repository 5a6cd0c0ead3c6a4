package nl.meldspoor.cases.history.extracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.Deadline;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * The report for the board: the whole procedure step by step, what was decided, what is still to be done. Who reported is left to the
 * report team ("veilig melden"): the board judges the procedure, not the reporter.
 */
final class BoardReport {

    private static final String SOURCE = "Leidraad Veilige zorgrelatie, p. 135: overall verslag voor bestuur en management";

    private final ExtractMaterial material;
    private final EntryBlocks blocks;

    private BoardReport(ExtractMaterial material) {
        this.material = material;
        this.blocks = new EntryBlocks(material, new Visibility(ExtractKind.BOARD_REPORT, Set.of(), true, true));
    }

    static Extract of(ExtractMaterial material) {
        return new BoardReport(material).extract();
    }

    private Extract extract() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Stand van zaken", SOURCE, state()));
        for (int step = 1; step <= 6; step++) {
            int number = step;
            sections.add(new Section(
                    "Stap " + number + " · " + DutchLabels.word("step.CARE_RELATION." + number),
                    "Leidraad Veilige zorgrelatie, Interventie, stap " + number,
                    blocks.orNone(material.events().stream()
                            .filter(e -> Steps.stepOf(e.event().data(), Route.CARE_RELATION).equals(Optional.of(number))))));
        }
        sections.add(new Section("Verloop van de casus", SOURCE, blocks.of(material.events().stream()
                .filter(e -> Steps.stepOf(e.event().data(), Route.CARE_RELATION).isEmpty()))));
        return Compose.extract(
                ExtractKind.BOARD_REPORT,
                material,
                "Dit verslag beschrijft de hele procedure, het onderzoek en de maatregelen voor cliënt, medewerker en organisatie."
                        + " Wie heeft gemeld staat er niet in: dat is bekend bij het meldteam.",
                blocks.opening(true),
                sections);
    }

    private List<Block> state() {
        List<Block> state = new ArrayList<>();
        state.add(new Block.Facts(List.of(
                Row.of("status", DutchLabels.word("status"), DutchLabels.word(material.history().closed() ? "closed" : "open")),
                Row.of("judgements", DutchLabels.word("judgements"), judgements()))));
        List<OpenOrMet> open = Obligations.open(material.history());
        state.add(open.isEmpty()
                ? new Block.Paragraph("Er staan geen verplichtingen open.")
                : new Block.Table(
                        "Openstaande verplichtingen",
                        List.of("Verplichting", "Uiterlijk", "Bron"),
                        open.stream().map(BoardReport::line).toList()));
        List<Deadline> deadlines = Deadlines.of(material.history(), AmsterdamDay.of(material.madeAt()));
        if (!deadlines.isEmpty()) {
            state.add(new Block.Table(
                    "Termijnen",
                    List.of("Termijn", "Begon op", "Uiterlijk", "Stand"),
                    deadlines.stream().map(BoardReport::line).toList()));
        }
        return state;
    }

    private List<String> judgements() {
        return material.counting(EventType.JUDGEMENT_MADE).stream()
                .map(j -> blocks.rows().one(j, "qualification").values().getFirst() + ", "
                        + DutchDates.dayOf(j.event().occurredAt()))
                .toList();
    }

    private static List<String> line(OpenOrMet open) {
        String due = open.dueOn() != null
                ? DutchDates.day(open.dueOn())
                : DutchLabels.word(open.obligation().atOnce() ? "at-once" : "no-date");
        return List.of(open.obligation().text().nl(), due, open.obligation().source());
    }

    private static List<String> line(Deadline deadline) {
        return List.of(
                DutchLabels.word("term." + deadline.kind()),
                DutchDates.day(deadline.term().startedOn()),
                DutchDates.day(deadline.term().dueOn()),
                DutchLabels.code(deadline.state())
                        + (deadline.metOn() == null ? "" : " (" + DutchDates.day(deadline.metOn()) + ")"));
    }
}
