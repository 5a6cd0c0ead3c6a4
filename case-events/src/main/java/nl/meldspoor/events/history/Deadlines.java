package nl.meldspoor.events.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.terms.Application;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.TermState;

/** The terms of a case, from the dates its events carry. */
public final class Deadlines {

    private Deadlines() {}

    /** @param today the Amsterdam day to look from */
    public static List<Deadline> of(CaseHistory history, LocalDate today) {
        if (history.route() != Route.CARE_RELATION) {
            return List.of();
        }
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
        return List.copyOf(deadlines);
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
        return history.judgements().stream()
                .map(Entry::data)
                .filter(j -> j.qualification() == qualification && Boolean.TRUE.equals(j.reportable()))
                .flatMap(j -> named(j.terms(), TermKind.IGJ_REPORT))
                .min((a, b) -> a.startedOn().compareTo(b.startedOn()));
    }

    private static Stream<TermFact> named(List<TermFact> terms, TermKind kind) {
        return terms == null ? Stream.empty() : terms.stream().filter(t -> t.kind().equals(kind.id()));
    }

    private static Optional<LocalDate> reportedOn(CaseHistory history, IGJCategory category) {
        return firstDay(history.igjReports(), r -> r.data().category() == category);
    }

    private static <E extends CaseEvent> Optional<LocalDate> firstDay(
            List<Entry<E>> entries, Predicate<Entry<E>> fits) {
        return CaseHistory.earliest(entries, fits).map(e -> e.happened().day());
    }

    private static Deadline deadline(
            CaseHistory history, String obligation, TermFact term, Optional<LocalDate> met, LocalDate today) {
        LocalDate metOn = met.orElse(null);
        return new Deadline(obligation, term, TermState.on(today, term.dueOn(), metOn), metOn, application(history));
    }
}
