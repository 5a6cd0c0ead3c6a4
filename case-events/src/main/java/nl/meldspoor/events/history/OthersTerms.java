package nl.meldspoor.events.history;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.terms.TermKind;

/** Terms that bind Veilig Thuis and the inspectorate: to know when to ask. They oblige the organisation to nothing. */
final class OthersTerms {

    private static final Set<FeedbackKind> CONCLUSIONS =
            EnumSet.of(FeedbackKind.CONDITIONS_AND_FOLLOW_UP, FeedbackKind.TRANSFERRED, FeedbackKind.CONCLUDED);
    private static final Set<IGJResponseKind> REACTIONS =
            EnumSet.complementOf(EnumSet.of(IGJResponseKind.RECEIPT, IGJResponseKind.EXTENSION_GRANTED));

    private OthersTerms() {}

    static List<Deadlines.Running> of(CaseHistory history) {
        return Stream.of(veiligThuisStarts(history), veiligThuisConcludes(history), igjReacts(history))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<Deadlines.Running> veiligThuisStarts(CaseHistory history) {
        return history.meldingen().stream().flatMap(m -> startTerm(m.data(), history)
                .map(term -> new Deadlines.Running(
                        "OB-SEEK-FEEDBACK", term, feedback(history, m.data().meldingId(), EnumSet.allOf(FeedbackKind.class), term))));
    }

    /** From the acknowledgement where there is one, else from the melding. */
    private static Stream<TermFact> startTerm(MeldingMade melding, CaseHistory history) {
        return CaseHistory.earliest(
                        history.acknowledgements(),
                        a -> Objects.equals(a.data().meldingId(), melding.meldingId()) && a.data().terms() != null)
                .map(a -> Deadlines.named(a.data().terms(), TermKind.VT_START))
                .orElseGet(() -> Deadlines.named(melding.terms(), TermKind.VT_START));
    }

    /** When Veilig Thuis is due to speak of this melding: to conclude once it investigates, before that to start. */
    static Optional<LocalDate> ofVeiligThuis(Entry<?> melding, CaseHistory history) {
        return melding.data() instanceof MeldingMade m
                ? Stream.concat(concludeTerms(m.meldingId(), history), startTerm(m, history)).findFirst().map(TermFact::dueOn)
                : Optional.empty();
    }

    private static Stream<TermFact> concludeTerms(UUID meldingId, CaseHistory history) {
        return CaseHistory.latest(
                        history.feedback(),
                        f -> Objects.equals(f.data().meldingId(), meldingId) && f.data().terms() != null)
                .map(f -> Deadlines.named(f.data().terms(), TermKind.VT_CONCLUDE))
                .orElseGet(Stream::empty);
    }

    private static Stream<Deadlines.Running> veiligThuisConcludes(CaseHistory history) {
        return history.feedback().stream()
                .flatMap(f -> Deadlines.named(f.data().terms(), TermKind.VT_CONCLUDE)
                        .map(term -> new Deadlines.Running(
                                "OB-SEEK-FEEDBACK", term, feedback(history, f.data().meldingId(), CONCLUSIONS, term))));
    }

    private static LocalDate feedback(CaseHistory history, UUID meldingId, Set<FeedbackKind> kinds, TermFact since) {
        return Deadlines.firstDayFrom(
                        history.feedback(),
                        since.startedOn(),
                        f -> Objects.equals(f.data().meldingId(), meldingId) && kinds.contains(f.data().kind()))
                .orElse(null);
    }

    private static Stream<Deadlines.Running> igjReacts(CaseHistory history) {
        return history.igjResponses().stream()
                .flatMap(r -> Deadlines.named(r.data().terms(), TermKind.IGJ_REACTION)
                        .map(term -> new Deadlines.Running(
                                "IGJ-REACTION",
                                term,
                                Deadlines.firstDayFrom(
                                                history.igjResponses(),
                                                term.startedOn(),
                                                x -> REACTIONS.contains(x.data().kind()))
                                        .orElse(null))));
    }
}
