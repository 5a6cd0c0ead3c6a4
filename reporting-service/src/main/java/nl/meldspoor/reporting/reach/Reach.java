package nl.meldspoor.reporting.reach;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;

/**
 * Which cases somebody sees here, as the first parameters of a query and the predicate that takes them. It is decided in the
 * query itself, never from a cache, and stands in every query about cases. The roles are those of {@code domain.md} 2.
 *
 * <p>Above all roles: another organisation's case, a case of which the caller is the accused, and a case that keeps him out,
 * do not exist for him; a case whose accused is not known yet exists for report-team and board only.
 *
 * @param personRef the caller, as events name him
 * @param accusedPads what {@link PersonRefs#accused} needs, for a query that reckons it per case
 * @param allMeldcode every MELDCODE case
 * @param unitMeldcode MELDCODE cases of the caller's units
 * @param ownMeldcode MELDCODE cases he opened or handles
 * @param allCareRelation every CARE_RELATION case
 * @param receivedCareRelation CARE_RELATION cases he received or was assigned
 * @param assignedCareRelation CARE_RELATION cases he was assigned
 * @param crimeCareRelation CARE_RELATION cases with a crime suspicion
 * @param unlinked cases whose accused is not known yet
 */
public record Reach(
        String organisation,
        String personRef,
        String userName,
        PersonRefs.PaddedKey accusedPads,
        Set<String> units,
        boolean allMeldcode,
        boolean unitMeldcode,
        boolean ownMeldcode,
        boolean allCareRelation,
        boolean receivedCareRelation,
        boolean assignedCareRelation,
        boolean crimeCareRelation,
        boolean unlinked) {

    /** How many parameters {@link #parameters} gives: a query's own start after them. */
    public static final int PARAMETERS = 14;

    /** The predicate on {@code case_view c}. */
    public static final String SEES =
            """
            (c.organisation = $1
             and not ($2::text = any (c.excluded_refs))
             and not %s
             and (c.accused_state <> 'UNLINKED' or $14::boolean)
             and case c.route
                 when 'MELDCODE' then
                      $7::boolean
                      or ($8::boolean and c.unit = any ($6::text[]))
                      or ($9::boolean and ($2::text = c.opened_by_ref or $2::text = c.handler_ref or $2::text = any (c.received_by_refs)))
                 when 'CARE_RELATION' then
                      $10::boolean
                      or ($11::boolean and ($2::text = any (c.received_by_refs) or $2::text = any (c.assigned_refs)))
                      or ($12::boolean and $2::text = any (c.assigned_refs))
                      or ($13::boolean and c.crime_suspicion)
                 else false
                 end)
            """
                    .formatted(accused(3, 4, 5));

    /**
     * Whether somebody is the accused of {@code case_view c}; by the numbers of the parameters of his name and of the two padded keys.
     * Costs a few microseconds: every case has a hash of its own.
     */
    static String accused(int userName, int innerPad, int outerPad) {
        return """
               (c.accused_refs <> '{}'
                and encode(sha256($%3$d::bytea || sha256($%2$d::bytea
                        || convert_to(c.case_id::text || '|' || $%1$d::text, 'UTF8'))), 'hex') = any (c.accused_refs))
               """
                .formatted(userName, innerPad, outerPad);
    }

    /** The cases the caller may be the accused of, as {@link Accusations} has them in three parameters from {@code $first}. */
    private static String maybeAccused(int first) {
        return """
               select unnest($%1$d::uuid[]) as case_id
                union all
               select c.case_id
                 from case_view c
                where c.organisation = $1
                  and c.accused_said_by >= pg_snapshot_xmin($%2$d::text::pg_snapshot)
                  and not pg_visible_in_snapshot(c.accused_said_by, $%2$d::text::pg_snapshot)
                union all
               select c.case_id
                 from case_view c
                where c.organisation = $1
                  and $%3$d::text <> %4$s
               """
                .formatted(first, first + 1, first + 2, Accusations.ROWS);
    }

    /**
     * Cases for which the route alone does not say whether the caller sees them, and whether their route is one he sees as a whole: of
     * such a route those he does not see, of the other those he does. They are few, also where the cases are many, so they are sought
     * where they can be and judged one by one: {@link #SEES} decides.
     *
     * @param first number of the first of the three parameters of {@link Accusations}
     */
    public static String exceptions(int first) {
        return """
               select c.case_id, c.whole
                 from (%1$s
                        union
                       select c.case_id
                         from case_view c
                        where c.organisation = $1 and c.excluded_refs <> '{}' and $2::text = any (c.excluded_refs)
                        union
                       select c.case_id
                         from case_view c
                        where c.organisation = $1 and c.accused_state = 'UNLINKED' and not $14::boolean
                        union
                       select c.case_id
                         from case_view c
                        where c.organisation = $1 and c.route = 'MELDCODE' and c.unit = any ($6::text[])
                          and $8::boolean and not $7::boolean
                        union
                       select c.case_id
                         from case_view c
                        where c.organisation = $1 and c.opened_by_ref = $2::text and $9::boolean and not $7::boolean
                        union
                       select c.case_id
                         from case_view c
                        where c.organisation = $1 and c.handler_ref = $2::text and $9::boolean and not $7::boolean
                        union
                       select c.case_id
                         from case_view c
                        where c.received_by_refs <> '{}' and c.received_by_refs @> array[$2::text]
                          and ($9::boolean and not $7::boolean or $11::boolean and not $10::boolean)
                        union
                       select c.case_id
                         from case_view c
                        where c.assigned_refs <> '{}' and c.assigned_refs @> array[$2::text] and ($11::boolean or $12::boolean) and not $10::boolean
                        union
                       select c.case_id
                         from case_view c
                        where c.organisation = $1 and c.crime_suspicion and $13::boolean and not $10::boolean) maybe
                cross join lateral (
                       select c.case_id, %2$s as whole
                         from case_view c
                        where c.case_id = maybe.case_id and c.organisation = $1 and %2$s <> %3$s
                       offset 0) c
               """
                .formatted(maybeAccused(first), whole("c"), SEES);
    }

    /** The routes of which the caller sees all cases, but for {@link #exceptions}. */
    Set<Route> wholeRoutes() {
        Set<Route> whole = EnumSet.noneOf(Route.class);
        if (allMeldcode) {
            whole.add(Route.MELDCODE);
        }
        if (allCareRelation) {
            whole.add(Route.CARE_RELATION);
        }
        return whole;
    }

    /** Whether the caller sees all cases of the route of {@code alias}, but for {@link #exceptions}. */
    public static String whole(String alias) {
        return "(case " + alias + ".route when 'MELDCODE' then $7::boolean when 'CARE_RELATION' then $10::boolean else false end)";
    }

    /** The predicate on {@code x}, with its case and route, left joined with {@link #exceptions} as {@code exception}. */
    public static final String SEEN = "(" + whole("x") + " <> (exception.case_id is not null))";

    /** Roles that see cases, or figures of them, here. Everybody else gets 403: nothing is looked up. */
    private static final Role[] SEEING = {
        Role.PROFESSIONAL,
        Role.SUPERVISOR,
        Role.ATTENTION_OFFICER,
        Role.REPORT_TEAM,
        Role.BOARD,
        Role.INVESTIGATOR,
        Role.POLICE_CONTACT,
        Role.AUDITOR
    };

    /** What the caller sees of cases one by one. Throws 403 for a role that sees none. */
    public static Reach ofCases(Caller caller, PersonRefs refs) {
        return of(caller, refs, caller.has(Role.ATTENTION_OFFICER) || caller.has(Role.AUDITOR));
    }

    /** What the caller sees in figures: as {@link #ofCases}, and for the board the figures of both routes. */
    public static Reach ofFigures(Caller caller, PersonRefs refs) {
        return of(
                caller,
                refs,
                caller.has(Role.ATTENTION_OFFICER) || caller.has(Role.AUDITOR) || caller.has(Role.BOARD));
    }

    private static Reach of(Caller caller, PersonRefs refs, boolean allMeldcode) {
        caller.requireAny(SEEING);
        String organisation = caller.requireOrganisation();
        boolean team = caller.has(Role.REPORT_TEAM) || caller.has(Role.BOARD);
        return new Reach(
                organisation,
                refs.person(organisation, caller.userName()),
                caller.userName().toLowerCase(Locale.ROOT),
                refs.accusedPads(organisation),
                caller.units(),
                allMeldcode,
                caller.has(Role.SUPERVISOR),
                caller.has(Role.PROFESSIONAL) || caller.has(Role.SUPERVISOR),
                team || caller.has(Role.AUDITOR),
                caller.has(Role.SUPERVISOR) || caller.has(Role.ATTENTION_OFFICER),
                caller.has(Role.INVESTIGATOR),
                caller.has(Role.POLICE_CONTACT),
                team);
    }

    /** The parameters $1 to $14 of {@link #SEES}; a query adds its own behind them. */
    public Tuple parameters() {
        return Tuple.tuple()
                .addString(organisation)
                .addString(personRef)
                .addString(userName)
                .addBuffer(Buffer.buffer(accusedPads.inner()))
                .addBuffer(Buffer.buffer(accusedPads.outer()))
                .addArrayOfString(units.toArray(String[]::new))
                .addBoolean(allMeldcode)
                .addBoolean(unitMeldcode)
                .addBoolean(ownMeldcode)
                .addBoolean(allCareRelation)
                .addBoolean(receivedCareRelation)
                .addBoolean(assignedCareRelation)
                .addBoolean(crimeCareRelation)
                .addBoolean(unlinked);
    }
}
