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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.deadlines.DeadlineGroup;
import nl.meldspoor.reporting.deadlines.DeadlineList;
import nl.meldspoor.reporting.deadlines.DeadlineList.Place;
import nl.meldspoor.reporting.deadlines.DeadlineList.Placed;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.TermWords;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.Terms;
import nl.meldspoor.terms.Urgency;

/** {@code /deadlines}: the board. Its filters stand in the address, so that a view can be kept and sent. */
@Path("/deadlines")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class BoardPage {

    private static final String PAGE_OF = "100";
    private static final int CURSOR_KEYS = 5;

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
        Page.Request page = Page.request(PAGE_OF, uri.getQueryParameters().getFirst("cursor"), CURSOR_KEYS);
        // A list keeps to the day it was begun on: it must not change its order under a reader at midnight.
        LocalDate today = page.cursor().map(c -> day(c, 0)).orElseGet(() -> AmsterdamDay.of(clock.instant()));
        Page<Placed> cut = Page.of(
                deadlines.after(page.cursor().map(BoardPage::place), filter.asked(), reach, today, page.fetch()),
                page,
                placed -> cursor(today, placed.place()));
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

    private static Cursor cursor(LocalDate today, Place place) {
        return Cursor.of(
                today.toString(), place.group().name(), place.dueOn().toString(), place.caseId().toString(), (long) place.ordinal());
    }

    private static Place place(Cursor cursor) {
        DeadlineGroup group = Stream.of(DeadlineGroup.values())
                .filter(g -> g.name().equals(cursor.text(1)))
                .findFirst()
                .orElseThrow(BoardPage::notOurs);
        long ordinal = cursor.number(4);
        if (ordinal < 0 || ordinal > Integer.MAX_VALUE) {
            throw notOurs();
        }
        return new Place(group, day(cursor, 2), cursor.uuid(3), (int) ordinal);
    }

    private static LocalDate day(Cursor cursor, int key) {
        try {
            LocalDate day = LocalDate.parse(cursor.text(key));
            if (Terms.canStartOn(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // falls through to the same answer
        }
        throw notOurs();
    }

    private static RuntimeException notOurs() {
        return ShapeErrors.one("?cursor", "This is not a cursor that was given out here.");
    }
}
