package nl.meldspoor.cases.access;

import static nl.meldspoor.events.EventType.ACCUSED_ADDRESSED;
import static nl.meldspoor.events.EventType.ACCUSED_HEARD;
import static nl.meldspoor.events.EventType.AFTERCARE_ARRANGED;
import static nl.meldspoor.events.EventType.CASE_OPENED;
import static nl.meldspoor.events.EventType.CONVERSATION_HELD;
import static nl.meldspoor.events.EventType.CRIME_CHECKED;
import static nl.meldspoor.events.EventType.DISMISSAL_ANNOUNCED;
import static nl.meldspoor.events.EventType.INTERNAL_REPORT_MADE;
import static nl.meldspoor.events.EventType.INVESTIGATION_COMPLETED;
import static nl.meldspoor.events.EventType.INVESTIGATION_STARTED;
import static nl.meldspoor.events.EventType.POLICE_CONTACTED;
import static nl.meldspoor.events.EventType.SANCTION_IMPOSED;
import static nl.meldspoor.events.EventType.SIGNAL_RECORDED;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;

/**
 * Why somebody reaches a case, what of it he sees and what he may record on it ({@code domain.md} 2). The query decides which grounds
 * hold ({@link CaseAccess}); the names here are the ones it gives.
 */
public enum Ground {
    /** The report team sees every case about its own people; sanctions and dismissals are for HR and the board. */
    REPORT_TEAM(View.WHOLE, asReportTeam()),
    BOARD(View.WHOLE, asBoard()),
    ATTENTION_OFFICER(View.WHOLE, of(Route.MELDCODE)),
    SUPERVISOR_OF_UNIT(View.WHOLE, of(Route.MELDCODE)),
    /** A professional on the cases he opened, handles or was handed. */
    OPENED_OR_HANDLES(View.WHOLE, of(Route.MELDCODE)),
    /** A supervisor or attention officer who received the internal report or was assigned: as the report team. */
    RECEIVED_OR_ASSIGNED(View.WHOLE, asReportTeam()),
    INVESTIGATOR(
            View.WHOLE, EnumSet.of(ACCUSED_HEARD, CONVERSATION_HELD, INVESTIGATION_STARTED, INVESTIGATION_COMPLETED)),
    POLICE_CONTACT(View.WHOLE, EnumSet.of(CRIME_CHECKED, POLICE_CONTACTED)),
    AUDITOR(View.FACTS, EnumSet.noneOf(EventType.class)),
    /** An auditor within eight hours after he recorded a reason to look. */
    INSPECTION(View.WHOLE, EnumSet.noneOf(EventType.class)),
    /** Opened it, and sees no more of it than what he recorded himself. */
    OPENED(View.OWN_ENTRIES, EnumSet.of(SIGNAL_RECORDED, ACCUSED_ADDRESSED, INTERNAL_REPORT_MADE)),
    /** Keeps the record of a case whose content it does not see: erasure and legal hold; never given by {@link CaseAccess}. */
    KEEPER(View.OWN_ENTRIES, EventType.KEEPING),
    /** Records what follows for the personnel file, and sees of the case no more than that; never given by {@link CaseAccess}. */
    HR(View.OWN_ENTRIES, EnumSet.of(SANCTION_IMPOSED, DISMISSAL_ANNOUNCED, AFTERCARE_ARRANGED));

    private final View view;
    private final Set<EventType> entries;

    Ground(View view, Set<EventType> entries) {
        this.view = view;
        this.entries = Collections.unmodifiableSet(entries);
    }

    public View view() {
        return view;
    }

    /** What may be recorded on a case that is reached on this ground. */
    public Set<EventType> entries() {
        return entries;
    }

    private static EnumSet<EventType> asBoard() {
        var entries = of(Route.CARE_RELATION);
        entries.addAll(EventType.KEEPING);
        return entries;
    }

    private static EnumSet<EventType> asReportTeam() {
        var entries = of(Route.CARE_RELATION);
        entries.removeAll(EnumSet.of(SANCTION_IMPOSED, DISMISSAL_ANNOUNCED));
        return entries;
    }

    /** What is told of a case of this route; how its record is kept is for the board. */
    static EnumSet<EventType> of(Route route) {
        var entries = EnumSet.noneOf(EventType.class);
        for (var type : EventType.values()) {
            if (type != CASE_OPENED && type.isEntry() && type.routes().contains(route) && !EventType.KEEPING.contains(type)) {
                entries.add(type);
            }
        }
        return entries;
    }
}
