package nl.meldspoor.reporting.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.deadlines.DeadlineList.Filter;
import nl.meldspoor.reporting.deadlines.DeadlineList.Place;
import nl.meldspoor.reporting.deadlines.DeadlineList.Placed;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.terms.TermState;
import nl.meldspoor.terms.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever asks for whatever filter gets, page by page, exactly what {@link Reach#SEES} lets him see of all deadlines there are: held
 * against one plain query over many cases of every kind.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class DeadlineDoorsIT {

    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CASES = 250;
    private static final int PAGE_OF = 61;
    private static final List<String> USERS = List.of("anna", "berend", "carel", "dirk");
    private static final List<String> UNITS = List.of("Team Oost", "Team West", "Team Zuid");
    private static final List<String> KINDS = List.of("IGJ-DETERMINE", "IGJ-REPORT", "HELP-EVALUATE");

    private static final String ALL =
            """
            select %s
              from deadline d
              join case_view c using (case_id)
             where %s
            """
                    .formatted(StoredDeadline.COLUMNS, Reach.SEES);

    @Inject
    DeadlineList deadlines;

    @Inject
    Pool pool;

    private final String organisation = "org-" + UUID.randomUUID();
    private final Random random = new Random(5);

    @BeforeEach
    void casesOfEveryKind() {
        JsonArray views = new JsonArray();
        JsonArray rows = new JsonArray();
        for (int i = 0; i < CASES; i++) {
            JsonObject view = aCase();
            views.add(view);
            for (int ordinal = 0; ordinal < 3; ordinal++) {
                rows.add(aDeadline(view, ordinal));
            }
        }
        insert("insert into case_view select r.* from jsonb_populate_recordset(null::case_view, $1::text::jsonb) as r", views);
        insert("insert into deadline select r.* from jsonb_populate_recordset(null::deadline, $1::text::jsonb) as r", rows);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROFESSIONAL", "SUPERVISOR", "ATTENTION_OFFICER", "REPORT_TEAM", "BOARD", "INVESTIGATOR", "POLICE_CONTACT", "AUDITOR"})
    void seesThroughHisDoorsAllThatHeMaySeeAndNothingElse(Role role) {
        for (String user : List.of("anna", "carel")) {
            for (Role more : EnumSet.of(role, role == Role.POLICE_CONTACT ? Role.SUPERVISOR : Role.POLICE_CONTACT)) {
                Reach reach = reach(user, organisation, Set.of("Team Oost", "Team Zuid"), role, more);
                for (Filter filter : filters()) {
                    assertThat(paged(reach, filter)).as("%s %s+%s %s", user, role, more, filter).isEqualTo(plain(reach, filter));
                }
            }
        }
    }

    @Test
    void everyRoleComesToSomethingSoThatNothingIsComparedWithNothing() {
        for (Role role : EnumSet.of(
                Role.PROFESSIONAL, Role.SUPERVISOR, Role.ATTENTION_OFFICER, Role.REPORT_TEAM, Role.INVESTIGATOR, Role.POLICE_CONTACT)) {
            assertThat(paged(reach("anna", organisation, Set.of("Team Oost"), role), any()).stream().map(placed -> placed.split(" ")[0]))
                    .as(role.name())
                    .contains("OVERDUE", "AMBER", "GREEN", "MET");
        }
    }

    @Test
    void whoIsOfAnotherOrganisationComesToNothing() {
        assertThat(paged(reach("anna", "org-elsewhere", Set.copyOf(UNITS), Role.AUDITOR, Role.BOARD, Role.POLICE_CONTACT), any()))
                .isEmpty();
    }

    private List<Filter> filters() {
        return List.of(
                any(),
                new Filter(Optional.of("IGJ-REPORT"), Optional.empty(), Optional.empty(), Optional.empty()),
                new Filter(Optional.empty(), Optional.of(TermState.MISSED), Optional.empty(), Optional.empty()),
                new Filter(Optional.empty(), Optional.empty(), Optional.of(Urgency.GREEN), Optional.of("Team Oost")),
                new Filter(Optional.of("HELP-EVALUATE"), Optional.of(TermState.OPEN), Optional.empty(), Optional.of("Team West")));
    }

    private static Filter any() {
        return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private List<String> paged(Reach reach, Filter filter) {
        List<String> all = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        while (true) {
            List<Placed> page = deadlines.after(place, filter, reach, TODAY, PAGE_OF);
            page.forEach(placed -> all.add(named(placed.group(), placed.deadline())));
            if (page.size() < PAGE_OF) {
                return all;
            }
            place = Optional.of(page.getLast().place());
        }
    }

    /** All of them, sorted here. */
    private List<String> plain(Reach reach, Filter filter) {
        List<Placed> all = new ArrayList<>();
        pool.preparedQuery(ALL).execute(reach.parameters()).await().atMost(SOON).forEach(row -> {
            StoredDeadline deadline = StoredDeadline.of(row);
            all.add(new Placed(group(deadline), deadline));
        });
        return all.stream()
                .filter(placed -> placed.group().fits(filter.state(), filter.urgency()))
                .filter(placed -> filter.kind().map(placed.deadline().kind()::equals).orElse(true))
                .filter(placed -> filter.organisationUnit().map(unit(placed.deadline().caseId())::equals).orElse(true))
                .map(placed -> named(placed.group(), placed.deadline()))
                .sorted(Comparator.comparing((String name) -> DeadlineGroup.valueOf(name.split(" ")[0]))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static DeadlineGroup group(StoredDeadline deadline) {
        if (deadline.metOn() != null) {
            return deadline.metOn().isAfter(deadline.dueOn()) ? DeadlineGroup.MET_LATE : DeadlineGroup.MET;
        }
        return DeadlineGroup.valueOf(Urgency.on(TODAY, deadline.startedOn(), deadline.dueOn()).name());
    }

    /** Sorts as pages do. */
    private static String named(DeadlineGroup group, StoredDeadline deadline) {
        return "%s %s %s %s %d".formatted(group, deadline.dueOn(), deadline.halfOn(), deadline.caseId(), deadline.ordinal());
    }

    /** The unit of a case is in its id here. */
    private static String unit(UUID caseId) {
        return UNITS.get((int) (caseId.getMostSignificantBits() & 0xf));
    }

    private JsonObject aCase() {
        boolean meldcode = random.nextBoolean();
        int unit = random.nextInt(UNITS.size());
        UUID fresh = UUID.randomUUID();
        UUID id = new UUID(fresh.getMostSignificantBits() & ~0xfL | unit, fresh.getLeastSignificantBits());
        boolean accused = !meldcode && random.nextInt(3) == 0;
        return new JsonObject()
                .put("case_id", id.toString())
                .put("organisation", organisation)
                .put("route", meldcode ? "MELDCODE" : "CARE_RELATION")
                .put("status", "OPEN")
                .put("unit", UNITS.get(unit))
                .put("version", 3)
                .put("step_reached", 2)
                .put("opened_at", "2026-01-05T09:00:00Z")
                .put("changed_at", "2026-01-05T09:00:00Z")
                .put("opened_by_ref", somebody())
                .put("handler_ref", random.nextBoolean() ? somebody() : null)
                .put("received_by_refs", some(3))
                .put("assigned_refs", some(3))
                .put("excluded_refs", some(8))
                .put("accused_state", accused ? "LINKED" : random.nextInt(5) == 0 && !meldcode ? "UNLINKED" : "NONE")
                .put("accused_refs", accused ? new JsonArray().add(REFS.accused(organisation, id, "carel")) : new JsonArray())
                .put("crime_suspicion", !meldcode && random.nextInt(3) == 0)
                .put("sector", "VVT")
                .put("legal_framework", "WLZ")
                .put("client_role", "CARE_RECEIVER");
    }

    private JsonObject aDeadline(JsonObject view, int ordinal) {
        LocalDate started = TODAY.minusDays(random.nextInt(60));
        LocalDate due = started.plusDays(1 + random.nextInt(90));
        LocalDate met = random.nextInt(3) == 0 ? due.plusDays(random.nextInt(-10, 10)) : null;
        return new JsonObject()
                .put("case_id", view.getString("case_id"))
                .put("ordinal", ordinal)
                .put("organisation", organisation)
                .put("route", view.getString("route"))
                .put("unit", view.getString("unit"))
                .put("crime_suspicion", view.getBoolean("crime_suspicion"))
                .put("kind", KINDS.get(random.nextInt(KINDS.size())))
                .put("obligation", "OB-INVESTIGATE")
                .put("since", 2)
                .put("by_analogy", false)
                .put("started_on", started.toString())
                .put("half_on", due.minusDays((due.toEpochDay() - started.toEpochDay()) / 2).toString())
                .put("due_on", due.toString())
                .put("latest_on", due.toString())
                .put("target_on", due.toString())
                .put("calendar_version", "2026-1")
                .put("met_on", met == null ? null : met.toString())
                .put("standing", met == null ? "UNMET" : met.isAfter(due) ? "MET_LATE" : "MET");
    }

    private String somebody() {
        return REFS.person(organisation, USERS.get(random.nextInt(USERS.size())));
    }

    /** Seldom somebody, mostly nobody. */
    private JsonArray some(int seldom) {
        return random.nextInt(seldom) == 0 ? new JsonArray().add(somebody()) : new JsonArray();
    }

    private void insert(String sql, JsonArray rows) {
        pool.preparedQuery(sql).execute(Tuple.of(rows.encode())).await().atMost(SOON);
    }

    private static Reach reach(String user, String organisation, Set<String> units, Role... roles) {
        return Reach.ofCases(
                new Caller(user, Optional.of(organisation), units, Optional.empty(), Set.copyOf(List.of(roles).stream().distinct().toList()), Optional.empty()),
                REFS);
    }
}
