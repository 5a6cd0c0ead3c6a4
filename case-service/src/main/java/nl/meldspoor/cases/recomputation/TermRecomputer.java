package nl.meldspoor.cases.recomputation;

import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.cases.history.OpenObligations;
import nl.meldspoor.cases.store.Actor;
import nl.meldspoor.cases.store.AppendRequest;
import nl.meldspoor.cases.store.AppendResult;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.Expected;
import nl.meldspoor.cases.store.FoldedCase;
import nl.meldspoor.cases.store.NewEvent;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.cases.store.StoredCase;
import nl.meldspoor.cases.store.Uuid7;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.RecomputedTerm;
import nl.meldspoor.events.TermsRecomputed;
import nl.meldspoor.events.history.Recomputation;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.DutchCalendar;
import org.jboss.logging.Logger;

/**
 * Goes through the cases with terms of another calendar, once per calendar, and records what moved. Case by case: killed halfway it
 * begins again, and finds nothing to do where it was. Two instances may do so beside each other, for whoever comes second finds the case
 * recomputed.
 */
public final class TermRecomputer {

    private static final Logger LOG = Logger.getLogger(TermRecomputer.class);
    private static final int PAGE = 200;
    private static final int ATTEMPTS = 10;

    /** No user name: nobody can be called so, for it has a space in it. */
    private static final String WHO = "meldspoor calendar";

    private static final String DONE = "select from term_calendar where version = $1";
    private static final String DO = "insert into term_calendar (version, recomputed_at) values ($1, clock_timestamp()) on conflict do nothing";

    private static final String CANDIDATES =
            """
            select h.case_id
            from case_head h
            where h.case_id > $1
              and exists (select from case_event e
                          where e.case_id = h.case_id
                            and jsonb_path_exists(e.facts, '$.**.calendarVersion ? (@ != $version)',
                                                  jsonb_build_object('version', $2::text)))
            order by h.case_id
            limit $3
            """;

    private final CasesDatabase database;
    private final EventStore store;
    private final PersonRefs refs;
    private final Clock clock;
    private final DutchCalendar calendar;

    public TermRecomputer(CasesDatabase database, EventStore store, PersonRefs refs, Clock clock, DutchCalendar calendar) {
        this.database = database;
        this.store = store;
        this.refs = refs;
        this.clock = clock;
        this.calendar = calendar;
    }

    /**
     * Returns how many terms moved; nothing is looked at when this calendar was dealt with before.
     *
     * @throws StoreUnavailable when the store does not answer; what was done stays done
     */
    public int run() {
        if (database.query(DONE, calendar.version()).rowCount() > 0) {
            return 0;
        }
        int moved = 0;
        UUID last = new UUID(0, 0);
        List<UUID> page;
        do {
            page = new ArrayList<>();
            for (Row row : database.query(CANDIDATES, last, calendar.version(), PAGE)) {
                page.add(row.getUUID("case_id"));
            }
            for (UUID caseId : page) {
                moved += recompute(caseId);
                last = caseId;
            }
        } while (page.size() == PAGE);
        database.query(DO, calendar.version());
        LOG.infof("terms-recomputed calendar=%s moved=%d", calendar.version(), moved);
        return moved;
    }

    private int recompute(UUID caseId) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredCase stored = store.load(caseId).orElse(null);
            if (stored == null) {
                return 0;
            }
            FoldedCase folded = FoldedCase.of(stored);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            TermsRecomputed recomputed =
                    Recomputation.of(folded.history(), calendar, AmsterdamDay.of(now)).orElse(null);
            if (recomputed == null) {
                return 0;
            }
            if (store.append(request(stored, folded, recomputed, now)) instanceof AppendResult.Appended) {
                recomputed.moved().forEach(m -> told(caseId, m));
                return recomputed.moved().size();
            }
        }
        throw new StoreUnavailable("a case moved on each time its terms were to be recomputed");
    }

    private AppendRequest request(StoredCase stored, FoldedCase folded, TermsRecomputed recomputed, Instant now) {
        return new AppendRequest(
                stored.organisation(),
                stored.caseId(),
                Expected.after(stored.events().getLast()),
                List.of(new NewEvent(Uuid7.at(now), recomputed, null, null, List.of(), null)),
                Actor.person(WHO, refs.person(stored.organisation(), WHO), List.of()),
                folded.reach(),
                OpenObligations.of(folded.history()),
                List.of(),
                Uuid7.at(now),
                null,
                Uuid7.at(now),
                null,
                null,
                now);
    }

    private static void told(UUID caseId, RecomputedTerm moved) {
        LOG.infof(
                "term-moved case=%s kind=%s from=%s to=%s calendar=%s",
                caseId, moved.term().kind(), moved.before().dueOn(), moved.term().dueOn(), moved.term().calendarVersion());
    }
}
