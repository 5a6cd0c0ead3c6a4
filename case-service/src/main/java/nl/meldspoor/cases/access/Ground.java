package nl.meldspoor.cases.access;

import static nl.meldspoor.events.EventType.ACCUSED_HEARD;
import static nl.meldspoor.events.EventType.CASE_OPENED;
import static nl.meldspoor.events.EventType.CONVERSATION_HELD;
import static nl.meldspoor.events.EventType.INTERNAL_REPORT_MADE;
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
    /** The report team sees every case about its own people. */
    REPORT_TEAM(View.WHOLE, of(Route.CARE_RELATION)),
    BOARD(View.WHOLE, of(Route.CARE_RELATION)),
    ATTENTION_OFFICER(View.WHOLE, of(Route.MELDCODE)),
    SUPERVISOR_OF_UNIT(View.WHOLE, of(Route.MELDCODE)),
    /** A professional on the cases he opened, handles or was handed. */
    OPENED_OR_HANDLES(View.WHOLE, of(Route.MELDCODE)),
    /** A supervisor or attention officer who received the internal report or was assigned: as the report team. */
    RECEIVED_OR_ASSIGNED(View.WHOLE, of(Route.CARE_RELATION)),
    INVESTIGATOR(View.WHOLE, EnumSet.of(ACCUSED_HEARD, CONVERSATION_HELD)),
    /** {@code criminal-suspicions} and {@code police-contacts}, when those entries are there. */
    POLICE_CONTACT(View.WHOLE, EnumSet.noneOf(EventType.class)),
    AUDITOR(View.FACTS, EnumSet.noneOf(EventType.class)),
    /** An auditor within eight hours after he recorded a reason to look. */
    INSPECTION(View.WHOLE, EnumSet.noneOf(EventType.class)),
    /** Opened it, and sees no more of it than what he recorded himself. */
    OPENED(View.OWN_ENTRIES, EnumSet.of(SIGNAL_RECORDED, INTERNAL_REPORT_MADE));

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

    static EnumSet<EventType> of(Route route) {
        var entries = EnumSet.noneOf(EventType.class);
        for (var type : EventType.values()) {
            if (type != CASE_OPENED && type.routes().contains(route)) {
                entries.add(type);
            }
        }
        return entries;
    }
}
