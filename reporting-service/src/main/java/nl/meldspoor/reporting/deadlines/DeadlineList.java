package nl.meldspoor.reporting.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.reach.ReadModel;
import nl.meldspoor.terms.TermState;
import nl.meldspoor.terms.Urgency;

/** Reads deadlines page by page, only those of cases the caller sees. */
@ApplicationScoped
public class DeadlineList {

    @Inject
    ReadModel rows;

    /** What is asked for; empty means all. */
    public record Filter(
            Optional<String> kind, Optional<TermState> state, Optional<Urgency> urgency, Optional<String> organisationUnit) {}

    /** The place of a deadline in the list. */
    public record Place(DeadlineGroup group, LocalDate dueOn, LocalDate halfOn, UUID caseId, int ordinal) {}

    /** A deadline and its place. */
    public record Placed(DeadlineGroup group, StoredDeadline deadline) {
        public Place place() {
            return new Place(group, deadline.dueOn(), deadline.halfOn(), deadline.caseId(), deadline.ordinal());
        }
    }

    /** The next {@code limit} deadlines behind a place, or from the start. */
    public List<Placed> after(Optional<Place> place, Filter filter, Reach reach, LocalDate today, int limit) {
        Optional<DeadlineGroup> from = place.map(Place::group);
        List<DeadlineGroup> groups = Stream.of(DeadlineGroup.values())
                .filter(group -> from.map(first -> first.compareTo(group) <= 0).orElse(true))
                .filter(group -> group.fits(filter.state(), filter.urgency()))
                .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        DeadlineQuery query = DeadlineQuery.of(groups, place, filter, reach, UrgencyDays.on(today), limit);
        List<Placed> page = new ArrayList<>(limit);
        rows.askByOnePlan(query.sql(), query.parameters())
                .forEach(row -> page.add(new Placed(DeadlineGroup.values()[row.getInteger("listed")], StoredDeadline.of(row))));
        return page;
    }
}
