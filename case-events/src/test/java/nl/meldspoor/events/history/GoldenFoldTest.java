package nl.meldspoor.events.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.meldspoor.events.Approved;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the fold makes of a fixed history with each type of event in it: steps, obligations, deadlines, who may reach it. Old cases are
 * folded by this code too: a difference here is a difference in what they say.
 */
class GoldenFoldTest {

    private static final Approved APPROVED = new Approved("folded");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");

    record OnRoute(EventType type, Route route) {
        @Override
        public String toString() {
            return type.eventName() + "." + route;
        }
    }

    static Stream<OnRoute> allTypes() {
        return Stream.of(EventType.values())
                .flatMap(type -> type.routes().stream().map(route -> new OnRoute(type, route)))
                // the correction among the samples is of a child check
                .filter(of -> of.type() != EventType.ENTRY_CORRECTED || of.route() == Route.MELDCODE);
    }

    @ParameterizedTest
    @MethodSource("allTypes")
    void foldsAsItWasApproved(OnRoute of) {
        List<CaseEvent> told = new ArrayList<>(List.of(Recorded.opened(of.route()), Samples.of(EventType.CONSULTATION_HELD)));
        if (of.route() == Route.CARE_RELATION) {
            told.add(Samples.of(EventType.INTERNAL_REPORT_MADE));
        }
        if (of.type() != EventType.CASE_OPENED) {
            told.add(Samples.of(of.type()));
        }
        if (of.type() == EventType.ENTRY_CORRECTED) {
            // the sample takes the place of a child check
            told.set(1, Samples.of(EventType.CHILD_CHECK_DONE));
        }
        List<RecordedEvent> events = new ArrayList<>();
        told.forEach(event -> events.add(Recorded.event(events.size() + 1L, event)));

        APPROVED.check(of.toString(), folded(CaseHistory.of(events)));
    }

    private static ObjectNode folded(CaseHistory history) {
        ObjectNode folded = EventJson.mapper().createObjectNode();
        folded.put("closed", history.closed());
        ArrayNode steps = folded.putArray("steps");
        Steps.of(history).forEach(step -> steps.add(step.step() + " " + step.name() + " " + step.state() + " " + step.missing()));
        ArrayNode obligations = folded.putArray("obligations");
        Obligations.of(history).forEach(o -> obligations.add(o.id() + " " + o.state() + " since " + o.since()
                + (o.metBy() == null ? "" : " met by " + o.metBy()) + (o.dueOn() == null ? "" : " due " + o.dueOn())));
        ArrayNode deadlines = folded.putArray("deadlines");
        Deadlines.of(history, TODAY).forEach(d -> deadlines.add(d.kind() + " of " + d.obligation() + " " + d.state() + " due "
                + d.term().dueOn() + (d.metOn() == null ? "" : " met " + d.metOn())));
        folded.set("reach", EventJson.mapper().valueToTree(CaseReach.of(history)));
        return folded;
    }
}
