package nl.meldspoor.events.history;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.PersonKind;
import nl.meldspoor.events.Route;

/**
 * What decides who may reach a case, as columns a query can use. People are keyed hashes.
 *
 * @param region region of the case, null on CARE_RELATION
 * @param openedByRef who opened it: the person named by an integration, else who recorded
 * @param handlerRef who handles it now
 * @param receivedByRefs who received an internal report, was offered the case or took it over
 * @param assignedRefs investigators assigned
 * @param excludedRefs who must not see it
 * @param accusedRefs the accused, bound to this case
 * @param meldingRegions regions whose liaison may see a melding of this case, made through Meldspoor itself
 * @param erasedAt by which event the data of a person were last erased alone: what is sealed afterwards goes under a new key. For the
 *     append; empty where the reach comes from a query
 */
public record CaseReach(
        Route route,
        CaseStatus status,
        String unit,
        String region,
        String openedByRef,
        String handlerRef,
        List<String> receivedByRefs,
        List<String> assignedRefs,
        List<String> excludedRefs,
        AccusedState accusedState,
        List<String> accusedRefs,
        boolean crimeSuspicion,
        List<String> meldingRegions,
        Map<PersonKind, Long> erasedAt) {

    /** Open or closed. */
    public enum CaseStatus {
        OPEN,
        CLOSED
    }

    /** Whether the accused is known as a user. */
    public enum AccusedState {
        /** Nobody, a client, or ruled out. */
        NONE,
        /** An accused who may be a user we do not know: only report-team and board see the case. */
        UNLINKED,
        /** Every accused is linked to a user. */
        LINKED
    }

    private static final Set<AccusedKind> MAY_BE_A_USER =
            Set.of(AccusedKind.STAFF, AccusedKind.VOLUNTEER, AccusedKind.UNKNOWN);

    public static CaseReach of(CaseHistory history) {
        String openedBy = history.events().getFirst().actingRef();
        return new CaseReach(
                history.route(),
                history.closed() ? CaseStatus.CLOSED : CaseStatus.OPEN,
                history.opened().unit(),
                history.opened().region(),
                openedBy,
                Handovers.handlerRef(history),
                received(history),
                distinct(history.assignments().stream().map(a -> a.data().userRef()).toList()),
                history.opened().excludedRefs() == null ? List.of() : distinct(history.opened().excludedRefs()),
                accusedState(history),
                distinct(history.internalReports().stream().map(r -> r.data().accusedRef()).toList()),
                history.crimeSuspicionOpen(),
                distinct(history.meldingen().stream()
                        .filter(m -> m.data().channel() == MeldingChannel.MELDSPOOR)
                        .map(m -> m.data().region())
                        .toList()),
                erasedAt(history));
    }

    private static Map<PersonKind, Long> erasedAt(CaseHistory history) {
        Map<PersonKind, Long> erasedAt = new EnumMap<>(PersonKind.class);
        history.personErasures().forEach(e -> erasedAt.merge(e.data().person().kind(), e.sequence(), Math::max));
        return Map.copyOf(erasedAt);
    }

    /** Who received an internal report, and whom the case is offered to: somebody must see what he is asked to take over. */
    private static List<String> received(CaseHistory history) {
        return distinct(Stream.concat(
                        history.internalReports().stream().map(r -> r.data().receivedByRef()),
                        Stream.concat(
                                Handovers.pending(history).stream().map(h -> h.data().toRef()),
                                handlerByHandover(history)))
                .toList());
    }

    private static Stream<String> handlerByHandover(CaseHistory history) {
        String handler = Handovers.handlerRef(history);
        return handler.equals(history.events().getFirst().actingRef()) ? Stream.empty() : Stream.of(handler);
    }

    static AccusedState accusedState(CaseHistory history) {
        if (history.internalReports().stream().anyMatch(r -> unlinked(r, history))) {
            return AccusedState.UNLINKED;
        }
        boolean linked = history.internalReports().stream().anyMatch(r -> r.data().accusedRef() != null);
        return linked ? AccusedState.LINKED : AccusedState.NONE;
    }

    /**
     * Recording order counts here, not what happened when: what matters is what we know by now. A later report that links the accused
     * resolves an earlier one about the same kind of person or about somebody unknown.
     */
    private static boolean unlinked(Entry<InternalReportMade> report, CaseHistory history) {
        if (!MAY_BE_A_USER.contains(report.data().accusedKind()) || report.data().accusedRef() != null) {
            return false;
        }
        boolean ruledOut = history.hearingWaivers().stream()
                .anyMatch(w -> w.data().ground() == HearingWaiverGround.NO_ACCUSED && w.sequence() > report.sequence());
        boolean linkedLater = history.internalReports().stream()
                .anyMatch(later -> later.sequence() > report.sequence()
                        && later.data().accusedRef() != null
                        && (report.data().accusedKind() == AccusedKind.UNKNOWN
                                || report.data().accusedKind() == later.data().accusedKind()));
        return !ruledOut && !linkedLater;
    }

    private static List<String> distinct(List<String> refs) {
        return List.copyOf(new LinkedHashSet<>(refs.stream().filter(Objects::nonNull).toList()));
    }
}
