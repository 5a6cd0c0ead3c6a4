package nl.meldspoor.notifications.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.RecordedEvent;

/** {@link RouteFacts} of a case from its events. */
public final class RouteFold {

    private final String organisation;
    private String unit;
    private String handlerRef;
    private final Set<String> excluded = new HashSet<>();
    private final Set<String> accused = new HashSet<>();
    private boolean unlinked;
    private final Map<UUID, String> madeBy = new HashMap<>();

    public RouteFold(String organisation) {
        this.organisation = organisation;
    }

    public static RouteFacts of(String organisation, List<RecordedEvent> events) {
        RouteFold fold = new RouteFold(organisation);
        events.forEach(fold::add);
        return fold.facts();
    }

    /** Takes the next event of the case. */
    public void add(RecordedEvent event) {
        CaseEvent data = event.data();
        if (data instanceof CaseOpened opened) {
            unit = opened.unit();
            handlerRef = event.actingRef();
            if (opened.excludedRefs() != null) {
                excluded.addAll(opened.excludedRefs());
            }
        } else if (data instanceof InternalReportMade report) {
            if (report.accusedRef() != null) {
                accused.add(report.accusedRef());
            } else if (needsLink(report.accusedKind())) {
                unlinked = true;
            }
        } else if (data instanceof HearingWaived waived && waived.ground() == HearingWaiverGround.NO_ACCUSED) {
            unlinked = false;
        } else if (data instanceof MeldingMade melding) {
            madeBy.put(melding.meldingId(), event.actingRef());
        }
    }

    public RouteFacts facts() {
        return new RouteFacts(organisation, unit, handlerRef, excluded, unlinked, accused, madeBy);
    }

    private static boolean needsLink(AccusedKind kind) {
        return switch (kind) {
            case STAFF, VOLUNTEER, UNKNOWN -> true;
            case CLIENT, NONE -> false;
        };
    }
}
