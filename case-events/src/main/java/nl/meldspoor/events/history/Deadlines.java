package nl.meldspoor.events.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.meldspoor.events.CarriesTerms;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.DismissalAnnounced;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.terms.Application;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.TermState;

/** The terms of a case, from the dates its events carry. */
public final class Deadlines {

    private Deadlines() {}

    /** @param today the Amsterdam day to look from */
    public static List<Deadline> of(CaseHistory history, LocalDate today) {
        List<Deadline> deadlines = new ArrayList<>();
        determine(history)
                .ifPresent(term -> deadlines.add(
                        deadline(history, "OB-INVESTIGATE", term, firstDay(history.judgements(), j -> true), today)));
        report(history, Qualification.CALAMITY)
                .ifPresent(term -> deadlines.add(
                        deadline(history, "OB-IGJ-CALAMITY", term, reportedOn(history, IGJCategory.CALAMITY), today)));
        report(history, Qualification.VIOLENCE_IN_CARE_RELATION)
                .ifPresent(term -> deadlines.add(
                        deadline(history, "OB-IGJ-VIOLENCE", term, reportedOn(history, IGJCategory.VIOLENCE), today)));
        dismissal(history)
                .ifPresent(term -> deadlines.add(
                        deadline(history, "OB-IGJ-DISMISSAL", term, reportedOn(history, IGJCategory.DISMISSAL), today)));
        supplement(history)
                .ifPresent(term -> deadlines.add(deadline(
                        history,
                        "OB-IGJ-SUPPLEMENT",
                        term,
                        firstDayFrom(history.igjSupplements(), term.startedOn(), s -> true),
                        today)));
        investigation(history)
                .ifPresent(term -> deadlines.add(deadline(
                        history,
                        "OB-IGJ-INVESTIGATION",
                        term,
                        firstDayFrom(history.igjInvestigationReports(), term.startedOn(), r -> true),
                        today)));
        OwnDates.of(history).forEach(own -> deadlines.add(
                deadline(history, own.obligation(), own.term(), Optional.ofNullable(own.metOn()), today)));
        OthersTerms.of(history).forEach(other -> deadlines.add(
                deadline(history, other.obligation(), other.term(), Optional.ofNullable(other.metOn()), today)));
        if (history.erased()) {
            // what nobody can meet any more is nobody's deadline
            deadlines.removeIf(deadline -> deadline.metOn() == null);
        }
        return List.copyOf(deadlines);
    }

    /** A term among several of its kind, each with its own meeting entry. */
    record Running(String obligation, TermFact term, LocalDate metOn) {}

    /** Whether a dismissal must be reported: for dysfunction, of a care professional, where IGJ supervises. */
    public static boolean isReportable(DismissalAnnounced dismissal, CaseHistory history) {
        return dismissal.forDysfunction()
                && dismissal.careProfessional()
                && history.opened().legalFramework() != LegalFramework.WMO;
    }

    /** IGJ-REPORT of the first dismissal to report. */
    public static Optional<TermFact> dismissal(CaseHistory history) {
        return history.dismissals().stream()
                .flatMap(d -> named(d.data().terms(), TermKind.IGJ_REPORT))
                .min((a, b) -> a.startedOn().compareTo(b.startedOn()));
    }

    /** IGJ-SUPPLEMENT of the latest request. */
    public static Optional<TermFact> supplement(CaseHistory history) {
        return ofTheLatestResponse(history, TermKind.IGJ_SUPPLEMENT);
    }

    /** IGJ-INVESTIGATION of the latest request or extension: a date IGJ names holds in place of the computed one. */
    public static Optional<TermFact> investigation(CaseHistory history) {
        return ofTheLatestResponse(history, TermKind.IGJ_INVESTIGATION);
    }

    private static Optional<TermFact> ofTheLatestResponse(CaseHistory history, TermKind kind) {
        return CaseHistory.latest(history.igjResponses(), r -> named(r.data().terms(), kind).findAny().isPresent())
                .flatMap(r -> named(r.data().terms(), kind).findFirst());
    }

    /** Under the Wmo the municipal supervisor may name a term of its own: the policy of IGJ is then a yardstick. */
    public static Application application(CaseHistory history) {
        return history.opened().legalFramework() == LegalFramework.WMO ? Application.BY_ANALOGY : Application.DIRECT;
    }

    /** IGJ-DETERMINE: starts at the earliest discovery; a later report of an earlier discovery carries the term anew. */
    public static Optional<TermFact> determine(CaseHistory history) {
        return history.internalReports().stream()
                .map(r -> r.data().terms())
                .flatMap(terms -> named(terms, TermKind.IGJ_DETERMINE))
                .min((a, b) -> a.startedOn().compareTo(b.startedOn()));
    }

    /** IGJ-REPORT of the first reportable judgement of this kind: the earliest date governs. */
    public static Optional<TermFact> report(CaseHistory history, Qualification qualification) {
        Stream<TermFact> judged = history.judgements().stream()
                .map(Entry::data)
                .filter(j -> j.qualification() == qualification && Boolean.TRUE.equals(j.reportable()))
                .flatMap(j -> named(j.terms(), TermKind.IGJ_REPORT));
        // Charges filed after the judgement make violence between clients reportable as yet.
        Stream<TermFact> charged = qualification == Qualification.VIOLENCE_IN_CARE_RELATION
                ? history.policeContacts().stream().flatMap(p -> named(p.data().terms(), TermKind.IGJ_REPORT))
                : Stream.empty();
        return Stream.concat(judged, charged)
                .min((a, b) -> a.startedOn().compareTo(b.startedOn()));
    }

    static Stream<TermFact> named(List<TermFact> terms, TermKind kind) {
        return terms == null ? Stream.empty() : terms.stream().filter(t -> t.kind().equals(kind.id()));
    }

    private static Optional<LocalDate> reportedOn(CaseHistory history, IGJCategory category) {
        return firstDay(history.igjReports(), r -> r.data().category() == category);
    }

    private static <E extends CaseEvent> Optional<LocalDate> firstDay(
            List<Entry<E>> entries, Predicate<Entry<E>> fits) {
        return CaseHistory.earliest(entries, fits).map(e -> e.happened().day());
    }

    static <E extends CaseEvent> Optional<LocalDate> firstDayFrom(
            List<Entry<E>> entries, LocalDate from, Predicate<Entry<E>> fits) {
        return firstDay(entries, e -> !e.happened().day().isBefore(from) && fits.test(e));
    }

    private static Deadline deadline(
            CaseHistory history, String obligation, TermFact term, Optional<LocalDate> met, LocalDate today) {
        LocalDate metOn = met.orElse(null);
        return new Deadline(
                obligation,
                term,
                TermState.on(today, term.dueOn(), metOn),
                metOn,
                application(history),
                carriedBy(term, history));
    }

    /** The very term, not one like it: two help plans of one day are two deadlines. */
    private static long carriedBy(TermFact term, CaseHistory history) {
        return history.entries().stream()
                .filter(e -> e.data() instanceof CarriesTerms carrier
                        && carrier.terms() != null
                        && carrier.terms().stream().anyMatch(t -> t == term))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected a term of the case, but was another " + term.kind()))
                .sequence();
    }
}
