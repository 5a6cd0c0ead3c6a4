package nl.meldspoor.events.history;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;

/** Reads as a checklist: what, in which step, by which source, whose move; and last when it is asked for and when it is missing. */
final class RequirementText {

    private final String id;
    private final Route route;
    private final int step;
    private Bilingual text;
    private String source;
    private Function<CaseHistory, Mover> mover = history -> Mover.HANDLER;

    private RequirementText(String id, Route route, int step) {
        this.id = id;
        this.route = route;
        this.step = step;
    }

    static RequirementText meldcode(String id, int step) {
        return new RequirementText(id, Route.MELDCODE, step);
    }

    static RequirementText careRelation(String id, int step) {
        return new RequirementText(id, Route.CARE_RELATION, step);
    }

    static RequirementText bothRoutes(String id, int step) {
        return new RequirementText(id, null, step);
    }

    RequirementText says(String nl, String en) {
        text = new Bilingual(nl, en);
        return this;
    }

    RequirementText source(String quoted) {
        source = quoted;
        return this;
    }

    /** Where nothing is said it is the move of who handles the case. */
    RequirementText moveOf(Mover who) {
        return moveOf(history -> who);
    }

    RequirementText moveOf(Function<CaseHistory, Mover> who) {
        mover = who;
        return this;
    }

    /** Missing under a condition of its own; asked for under another. */
    Requirement askedWhen(Predicate<CaseHistory> asked, Predicate<CaseHistory> missing) {
        return new Requirement(id, route, step, text, source, asked, missing, mover);
    }

    /** Every entry of a kind that fits must do. */
    <E extends CaseEvent> Requirement ofEvery(
            Function<CaseHistory, List<Entry<E>>> entries, Predicate<Entry<E>> concerned, Predicate<Entry<E>> does) {
        return askedWhen(
                history -> entries.apply(history).stream().anyMatch(concerned),
                history -> entries.apply(history).stream().anyMatch(e -> concerned.test(e) && !does.test(e)));
    }

    /** Every entry of a kind has this sealed member. */
    <E extends CaseEvent> Requirement inEvery(Function<CaseHistory, List<Entry<E>>> entries, String sealedMember) {
        return ofEvery(entries, e -> true, e -> has(e.event(), sealedMember));
    }

    /** Every entry has some sealed member: none at all means that presence is not known here, as on Kafka. */
    static boolean has(RecordedEvent event, String sealedMember) {
        return event.sealedMembers().isEmpty() || event.sealedMembers().contains(sealedMember);
    }

    /** Whether it is known to be there. */
    static boolean surelyHas(RecordedEvent event, String sealedMember) {
        return event.sealedMembers().contains(sealedMember);
    }
}
