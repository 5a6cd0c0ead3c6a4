package nl.meldspoor.cases.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;

/**
 * What a correction puts in the place of an entry is decided like that entry itself, on the case without the old one: nobody corrects his
 * way around a rule. Only what was so at that moment does not matter: a closed case can be corrected, and so can a hand-over by who has the case since.
 */
final class Correcting {

    /** For every other entry. */
    private static final Correcting NOTHING = new Correcting(null, null);

    /** GEN-1 and HND-5: whether the case is closed, and who handles it, matters when an entry is made and not when it is corrected. */
    private static final Set<String> OF_THAT_MOMENT = Set.of("GEN-1", "HND-5");

    private final CaseHistory without;
    private final Command replacement;

    private Correcting(CaseHistory without, Command replacement) {
        this.without = without;
        this.replacement = replacement;
    }

    static Correcting of(CaseHistory history, Command command) {
        if (!(command.entry() instanceof EntryCorrected correction) || correction.replacement() == null) {
            return NOTHING;
        }
        Optional<RecordedEvent> corrected = history.recorded(correction.corrects());
        boolean decidable = corrected.isPresent()
                && correction.corrects() > 1
                && corrected.get().type() == EventType.of(correction.replacement());
        if (!decidable) {
            return NOTHING;
        }
        return new Correcting(
                history.withoutCounting(correction.corrects()),
                new Command(
                        corrected.get().type(),
                        correction.replacement(),
                        command.note(),
                        command.deviation(),
                        corrected.get().recordedAt(),
                        command.newId(),
                        command.refs()));
    }

    boolean refusedBy(Rule rule) {
        return replacement != null && !OF_THAT_MOMENT.contains(rule.id()) && rule.refuses(without, replacement);
    }

    List<String> open(Rule rule, List<String> otherwise) {
        return replacement == null ? otherwise : rule.open(without, replacement);
    }

    /** The correction with the derived members of its replacement filled in; ids stay those of the corrected entry. */
    static CaseEvent derived(EntryCorrected correction, CaseHistory history, Command command) {
        RecordedEvent corrected = history.recorded(correction.corrects()).orElseThrow();
        Map<String, Object> members = new HashMap<>();
        members.put("correctedType", corrected.type().eventName());
        if (correction.replacement() != null) {
            Correcting correcting = of(history, command);
            CaseEvent filled = correction.corrects() == 1
                    ? Derived.opening(openingAgain(correction, command, corrected))
                    : Derived.members(correcting.without, correcting.replacement);
            members.put("replacement", withIdsOf(corrected.data(), filled));
        }
        return EventShape.of(EntryCorrected.class).with(correction, members);
    }

    private static Command openingAgain(EntryCorrected correction, Command command, RecordedEvent opened) {
        return new Command(
                EventType.CASE_OPENED,
                correction.replacement(),
                command.note(),
                command.deviation(),
                opened.recordedAt(),
                command.newId(),
                command.refs());
    }

    @SuppressWarnings("unchecked")
    private static <E extends Record & CaseEvent> CaseEvent withIdsOf(CaseEvent original, CaseEvent filled) {
        EventShape shape = EventShape.of(original.getClass());
        Map<String, Object> ids = new HashMap<>();
        shape.members().stream()
                .filter(m -> m.derived() && m.type() == UUID.class)
                .forEach(m -> ids.put(m.name(), m.value((Record) original)));
        // Who gave the case is who recorded the hand-over, whoever corrects it.
        if (original instanceof CaseHandedOver handover) {
            ids.put("reassigned", handover.reassigned());
        }
        return shape.with((E) filled, ids);
    }
}
