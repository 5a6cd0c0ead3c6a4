package nl.meldspoor.reporting.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        UrgencyDays days = UrgencyDays.on(today);
        List<Placed> page = new ArrayList<>(limit);
        for (DeadlineGroup group : DeadlineGroup.values()) {
            boolean passed = place.map(p -> p.group().compareTo(group) > 0).orElse(false);
            if (passed || page.size() == limit || !group.fits(filter.state(), filter.urgency())) {
                continue;
            }
            Optional<Place> start = place.filter(p -> p.group() == group);
            read(group, start, filter, reach, days, limit - page.size()).forEach(d -> page.add(new Placed(group, d)));
        }
        return page;
    }

    private List<StoredDeadline> read(
            DeadlineGroup group, Optional<Place> start, Filter filter, Reach reach, UrgencyDays days, int limit) {
        DeadlineQuery query = DeadlineQuery.of(group, start, filter, reach, days, limit);
        List<StoredDeadline> found = new ArrayList<>();
        rows.ask(query.sql(), query.parameters()).forEach(row -> found.add(StoredDeadline.of(row)));
        return found;
    }
}
