package nl.meldspoor.reporting.deadlines;

import java.util.Set;
import java.util.TreeSet;
import nl.meldspoor.reporting.reach.Reach;

/**
 * A way in which somebody comes to the deadlines he sees, each served by an index of its own: of a million deadlines a professional has
 * a few, and nobody should pass by all the others to find them. A door only says where to look. What he sees there {@link Reach#SEES}
 * says, in the same query; together his doors must lead to all of it.
 */
enum DeadlineDoor {
    /** Every MELDCODE case. */
    MELDCODE("deadline d", "d.route = 'MELDCODE'"),
    /** Every CARE_RELATION case. */
    CARE_RELATION("deadline d", "d.route = 'CARE_RELATION'"),
    /** MELDCODE cases of his units; read unit by unit, for each is in order by itself. */
    UNIT("deadline d", "d.route = 'MELDCODE' and d.unit = his.unit"),
    /** Cases with a crime suspicion. */
    CRIME("deadline d", "d.crime_suspicion"),
    /** Cases that name him: he opened, handles or received them, or was assigned to them. They are few, so each is looked up. */
    NAMED("named cross join lateral (select * from deadline d where d.case_id = named.case_id offset 0) d", "true");

    private final String from;
    private final String where;

    DeadlineDoor(String from, String where) {
        this.from = from;
        this.where = where;
    }

    /** In a fixed order, so that the same people ask the same query. */
    static Set<DeadlineDoor> of(Reach reach) {
        Set<DeadlineDoor> doors = new TreeSet<>();
        if (reach.allMeldcode()) {
            doors.add(MELDCODE);
        }
        if (reach.allCareRelation()) {
            doors.add(CARE_RELATION);
        }
        if (reach.unitMeldcode() && !reach.allMeldcode()) {
            doors.add(UNIT);
        }
        if (reach.crimeCareRelation() && !reach.allCareRelation()) {
            doors.add(CRIME);
        }
        boolean own = reach.ownMeldcode() && !reach.allMeldcode();
        boolean received = (reach.receivedCareRelation() || reach.assignedCareRelation()) && !reach.allCareRelation();
        if (own || received) {
            doors.add(NAMED);
        }
        return doors;
    }

    String from() {
        return from;
    }

    String where() {
        return where;
    }
}
