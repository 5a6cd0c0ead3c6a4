package nl.meldspoor.events.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.Route;

/** Reads as the table of domain.md 5: what, where, blocking or not, and then what raises it and what meets it. */
final class ObligationText {

    private final String id;
    private final Route route;
    private final List<Integer> steps;
    private boolean blocksClosing;
    private boolean atOnce;
    private boolean arisesWhenMet = true;
    private Bilingual text;
    private String source;
    private Obligation.Cause cause;
    private Obligation.Due due = (history, since) -> Optional.empty();
    private Mover mover = Mover.HANDLER;

    private ObligationText(String id, Route route, List<Integer> steps) {
        this.id = id;
        this.route = route;
        this.steps = steps;
    }

    static ObligationText meldcode(String id, Integer... steps) {
        return new ObligationText(id, Route.MELDCODE, List.of(steps));
    }

    static ObligationText careRelation(String id, Integer... steps) {
        return new ObligationText(id, Route.CARE_RELATION, List.of(steps));
    }

    static ObligationText bothRoutes(String id, Integer... steps) {
        return new ObligationText(id, null, List.of(steps));
    }

    ObligationText blocksClosing() {
        blocksClosing = true;
        return this;
    }

    ObligationText atOnce() {
        atOnce = true;
        return this;
    }

    ObligationText unlessAlreadyMet() {
        arisesWhenMet = false;
        return this;
    }

    ObligationText says(String nl, String en) {
        text = new Bilingual(nl, en);
        return this;
    }

    ObligationText source(String quoted) {
        source = quoted;
        return this;
    }

    ObligationText arises(Obligation.Cause from) {
        cause = from;
        return this;
    }

    ObligationText due(Obligation.Due on) {
        due = on;
        return this;
    }

    /** Where nothing is said it is the move of who handles the case. */
    ObligationText moveOf(Mover who) {
        mover = who;
        return this;
    }

    Obligation metBy(Set<String> eventNames, Obligation.Meeting meeting) {
        return new Obligation(
                id, 1, route, steps, blocksClosing, atOnce, text, source, eventNames, cause, meeting, arisesWhenMet, due, mover);
    }
}
