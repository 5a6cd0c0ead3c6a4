package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.history.Happened;
import nl.meldspoor.terms.AmsterdamDay;

/** Entries as blocks of an extract. */
final class EntryBlocks {

    static final Comparator<OpenedEvent> AS_IT_HAPPENED = Comparator.comparing(EntryBlocks::placed);

    private static final Duration LATE = Duration.ofDays(7);

    private final ExtractMaterial material;
    private final Visibility visibility;
    private final MemberRows rows;

    EntryBlocks(ExtractMaterial material, Visibility visibility) {
        this.material = material;
        this.visibility = visibility;
        this.rows = new MemberRows(visibility, material.blanking());
    }

    MemberRows rows() {
        return rows;
    }

    /** In the order in which things happened; what happened together stays in the order of recording. */
    List<Block> of(Stream<OpenedEvent> events) {
        return events.sorted(AS_IT_HAPPENED).<Block>map(this::entry).toList();
    }

    /** For a reader: what is known by its day only stands where it was recorded on that day, so that a closing comes before its reopening. */
    private static Instant placed(OpenedEvent opened) {
        Happened happened = Happened.of(opened.event());
        if (happened.moment() != null) {
            return happened.moment();
        }
        Instant recorded = opened.event().recordedAt();
        return AmsterdamDay.of(recorded).equals(happened.day())
                ? recorded
                : happened.day().plusDays(1).atStartOfDay(AmsterdamDay.ZONE).toInstant();
    }

    /** As {@link #of(Stream)}, and a line that there is nothing. */
    List<Block> orNone(Stream<OpenedEvent> events) {
        List<Block> blocks = of(events);
        return blocks.isEmpty() ? List.of(new Block.Paragraph(DutchLabels.word("nothing-recorded"))) : blocks;
    }

    /** An entry that was taken back is a line: its content belongs to another case, or to nobody. */
    Block.Recorded entry(OpenedEvent opened) {
        Happened happened = Happened.of(opened.event());
        return new Block.Recorded(
                visibility.numbered() ? opened.event().sequence() : null,
                opened.event().type().eventName(),
                DutchLabels.event(opened.event().type()),
                DutchDates.happened(happened),
                visibility.recorder() ? recorder(opened) : null,
                remarks(opened, happened),
                material.counts(opened) ? rows(opened) : List.of());
    }

    /** What a correction corrects is named: its number is shown where entries are numbered only. */
    private List<Row> rows(OpenedEvent opened) {
        List<Row> all = new ArrayList<>(rows.of(opened));
        if (opened.event().data() instanceof EntryCorrected correction) {
            all.replaceAll(row -> row.name().equals("corrects") ? Row.of(row.name(), row.label(), corrected(opened, correction)) : row);
        }
        return all;
    }

    private String corrected(OpenedEvent opened, EntryCorrected correction) {
        OpenedEvent subject = material.subjectOf(opened);
        return DutchLabels.event(subject.event().type()) + ", " + DutchDates.happened(Happened.of(subject.event()))
                + (visibility.numbered() ? " (nr. " + correction.corrects() + ")" : "")
                + (correction.replacement() == null ? ": " + DutchLabels.word("taken-back") : "");
    }

    private static String recorder(OpenedEvent opened) {
        List<String> roles = opened.roles().stream().map(DutchLabels::role).sorted().toList();
        return roles.isEmpty() ? null : String.join(", ", roles);
    }

    private List<String> remarks(OpenedEvent opened, Happened happened) {
        List<String> remarks = new ArrayList<>();
        material.correctionOf(opened).ifPresent(correction -> remarks.add(
                DutchLabels.word(material.counts(opened) ? "remark.corrected" : "remark.taken-back") + " "
                        + DutchDates.dayOf(correction.recordedAt())));
        if (opened.event().data() instanceof SignalRecorded signal && signal.perception() == Perception.THOUGHT) {
            remarks.add(DutchLabels.word("remark.thought"));
        }
        if (opened.event().recordedAt().isAfter(happened.asMoment().plus(LATE))) {
            remarks.add(DutchLabels.word("remark.late") + " " + DutchDates.dayOf(opened.event().recordedAt()));
        }
        if (!opened.event().deviatedFrom().isEmpty()) {
            remarks.add(DutchLabels.word("remark.deviated") + " " + String.join(", ", opened.event().deviatedFrom()));
        }
        return remarks;
    }

    /** What heads every extract: the case, and the client as far as the kind shows the client. */
    List<Row> opening(boolean client) {
        OpenedEvent opening = material.opening();
        List<Row> facts = new ArrayList<>();
        if (client) {
            facts.addAll(client());
        }
        facts.add(Row.of("organisation", DutchLabels.word("organisation"), material.organisation()));
        facts.add(rows.one(opening, "unit"));
        facts.add(Row.of(
                "openedAt", DutchLabels.word("openedAt"), DutchDates.dayOf(material.history().openedAt())));
        facts.add(Row.of("caseId", DutchLabels.word("caseId"), material.history().caseId().toString()));
        return facts;
    }

    /** The client as recorded: never blanked, it is the person the extract is about. */
    List<Row> client() {
        OpenedEvent opening = material.opening();
        JsonNode client = opening.data().path("client");
        if (client.isMissingNode()) {
            return List.of(Row.erased("client", DutchLabels.word("client.name")));
        }
        List<Row> who = new ArrayList<>();
        String name = client.path("name").asText("");
        who.add(name.isEmpty()
                ? Row.missing("client.name", DutchLabels.word("client.name"))
                : Row.of("client.name", DutchLabels.word("client.name"), name));
        String born = client.path("birthDate").asText("");
        who.add(born.isEmpty()
                ? Row.missing("client.birthDate", DutchLabels.word("client.birthDate"))
                : Row.of("client.birthDate", DutchLabels.word("client.birthDate"), DutchDates.day(LocalDate.parse(born))));
        who.add(Row.of("client.reference", DutchLabels.word("client.reference"), client.path("reference").asText()));
        return who;
    }
}
