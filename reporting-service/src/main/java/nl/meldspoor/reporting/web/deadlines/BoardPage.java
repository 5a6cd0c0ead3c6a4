package nl.meldspoor.reporting.web.deadlines;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.deadlines.DeadlineCursor;
import nl.meldspoor.reporting.deadlines.DeadlineList;
import nl.meldspoor.reporting.deadlines.DeadlineList.Placed;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.TermWords;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.Urgency;

/** {@code /deadlines}: the board. Its filters stand in the address, so that a view can be kept and sent. */
@Path("/deadlines")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class BoardPage {

    private static final String PAGE_OF = "100";

    @CheckedTemplate(basePath = "deadlines")
    static class Templates {
        static native TemplateInstance board(
                Visit visit, LocalDate today, BoardFilter filter, Board board, List<Choice> kinds, List<Choice> urgencies, List<Choice> units, String next);

        private Templates() {}
    }

    /** Something one can filter by. */
    record Choice(String value, String label, boolean chosen) {}

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    PersonRefs refs;

    @Inject
    DeadlineList deadlines;

    @Inject
    BoardCases cases;

    @Inject
    Clock clock;

    @GET
    public TemplateInstance show(@Context UriInfo uri) {
        Reach reach = Reach.ofCases(caller.get(), refs);
        Visit visit = visits.get();
        ShapeErrors errors = new ShapeErrors();
        BoardFilter filter = BoardFilter.read(uri.getQueryParameters(), errors);
        errors.throwIfAny();
        Page.Request page = Page.request(PAGE_OF, uri.getQueryParameters().getFirst("cursor"), DeadlineCursor.KEYS);
        // A list keeps to the day it was begun on: it must not change its order under a reader at midnight.
        LocalDate today = page.cursor().map(DeadlineCursor::today).orElseGet(() -> AmsterdamDay.of(clock.instant()));
        Page<Placed> cut = Page.of(
                deadlines.after(page.cursor().map(DeadlineCursor::place), filter.asked(), reach, today, page.fetch()),
                page,
                placed -> DeadlineCursor.of(today, placed.place()));
        var behind = cases.of(cut.items().stream().map(p -> p.deadline().caseId()).distinct().toList(), reach);
        return Templates.board(
                visit,
                today,
                filter,
                Board.of(cut.items(), behind, visit, today),
                kinds(reach, filter, visit),
                urgencies(filter, visit),
                units(reach, filter),
                cut.next() == null ? "" : (filter.isEmpty() ? "" : filter.query() + "&") + "cursor=" + cut.next());
    }

    private List<Choice> kinds(Reach reach, BoardFilter filter, Visit visit) {
        return withChosen(cases.kinds(reach), filter.kind()).stream()
                .map(kind -> new Choice(kind, visit.t(TermWords.kind(kind)), kind.equals(filter.kind())))
                .sorted(java.util.Comparator.comparing(Choice::label))
                .toList();
    }

    private List<Choice> units(Reach reach, BoardFilter filter) {
        return withChosen(cases.units(reach), filter.unit()).stream()
                .map(unit -> new Choice(unit, unit, unit.equals(filter.unit())))
                .toList();
    }

    private static List<Choice> urgencies(BoardFilter filter, Visit visit) {
        return Stream.of(Urgency.OVERDUE, Urgency.RED, Urgency.AMBER, Urgency.GREEN)
                .map(u -> new Choice(u.name(), visit.t(TermWords.urgency(u)), u.name().equals(filter.urgency())))
                .toList();
    }

    /** What is chosen stays to be seen, also when nothing is there any more. */
    private static List<String> withChosen(List<String> there, String chosen) {
        return chosen.isEmpty() || there.contains(chosen) ? there : Stream.concat(there.stream(), Stream.of(chosen)).toList();
    }
}
