package nl.meldspoor.cases.decide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;

/**
 * What can be recorded on a case now, by entry path in the order of the catalogue of events.
 *
 * @param allowed entries that some set of fields would get accepted
 * @param notAllowed entries that would be refused whatever their fields, each with the first rule that refuses
 */
public record Guidance(List<String> allowed, List<NotAllowed> notAllowed) {

    /** @param entry path of the entry */
    public record NotAllowed(String entry, Rule rule, Bilingual why) {}

    public Guidance {
        allowed = List.copyOf(allowed);
        notAllowed = List.copyOf(notAllowed);
    }

    /**
     * For one person.
     *
     * @param entriesTheCallerCouldMake by his role; opening a case is left out
     */
    public static Guidance of(CaseHistory history, Set<EventType> entriesTheCallerCouldMake, WhoActs who) {
        List<String> allowed = new ArrayList<>();
        List<NotAllowed> notAllowed = new ArrayList<>();
        for (EventType entry : EnumSet.complementOf(EnumSet.of(EventType.CASE_OPENED))) {
            if (!entry.isEntry() || !entriesTheCallerCouldMake.contains(entry)) {
                continue;
            }
            Optional<Rule> against = Rules.catalogue().stream()
                    .filter(rule -> rule.refusesWhateverTheFields(history, entry, who))
                    .findFirst();
            against.ifPresentOrElse(
                    rule -> notAllowed.add(new NotAllowed(entry.entryPath(), rule, rule.sentence())),
                    () -> allowed.add(entry.entryPath()));
        }
        return new Guidance(allowed, notAllowed);
    }
}
