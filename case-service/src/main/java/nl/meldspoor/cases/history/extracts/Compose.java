package nl.meldspoor.cases.history.extracts;

import java.util.List;
import java.util.Locale;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.history.Happened;

/** What the kinds of extract share when they are put together. */
final class Compose {

    private Compose() {}

    static Extract extract(
            ExtractKind kind, ExtractMaterial material, String scope, List<Row> opening, List<Section> sections) {
        return new Extract(
                kind.code(),
                kind.title(),
                material.history().caseId(),
                material.organisation(),
                material.madeAt(),
                scope,
                opening,
                sections);
    }

    /** The steps taken, each as a day and a line: when and that, not what was said. */
    static Block procedure(ExtractMaterial material, List<OpenedEvent> events) {
        if (events.isEmpty()) {
            return new Block.Paragraph(DutchLabels.word("nothing-recorded"));
        }
        return new Block.Table(
                "Stappen op volgorde van gebeuren",
                List.of("Datum", "Stap"),
                events.stream()
                        .sorted(EntryBlocks.AS_IT_HAPPENED)
                        .map(e -> List.of(DutchDates.day(Happened.of(e.event()).day()), line(material, e)))
                        .toList());
    }

    /** What the line says beyond its type: what the organisation judged, and what it reported. */
    private static String line(ExtractMaterial material, OpenedEvent opened) {
        String title = DutchLabels.event(opened.event().type());
        return switch (opened.event().data()) {
            case JudgementMade j -> title + ": " + DutchLabels.code(j.qualification()).toLowerCase(Locale.ROOT);
            case EntryCorrected c -> title + ": " + DutchLabels.event(material.subjectOf(opened).event().type()).toLowerCase(Locale.ROOT);
            case IGJReportFiled r -> title + ": " + DutchLabels.code(r.category()).toLowerCase(Locale.ROOT);
            default -> title;
        };
    }
}
