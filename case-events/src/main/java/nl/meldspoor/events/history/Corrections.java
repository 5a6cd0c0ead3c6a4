package nl.meldspoor.events.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldspoor.events.CarriesTerms;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecomputedTerm;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.TermsRecomputed;

/**
 * The one place that decides which entries rules and obligations count: of a corrected entry its newest replacement, at the place of the
 * old one, or nothing when it was taken back. The old entry stays in the history.
 */
final class Corrections {

    private static final String REPLACEMENT = "replacement.";

    private Corrections() {}

    static List<RecordedEvent> thatCount(List<RecordedEvent> all) {
        Map<Long, RecordedEvent> newest = new HashMap<>();
        List<RecomputedTerm> moved = new ArrayList<>();
        for (RecordedEvent event : all) {
            if (event.data() instanceof EntryCorrected correction) {
                newest.put((long) correction.corrects(), event);
            } else if (event.data() instanceof TermsRecomputed recomputed) {
                moved.addAll(recomputed.moved());
            }
        }
        if (newest.isEmpty() && moved.isEmpty()) {
            return all;
        }
        List<RecordedEvent> counting = new ArrayList<>(all.size());
        for (RecordedEvent event : all) {
            RecordedEvent correction = newest.get(event.sequence());
            if (correction == null || correction.sequence() <= event.sequence()) {
                counting.add(event);
            } else if (((EntryCorrected) correction.data()).replacement() != null) {
                counting.add(replaced(event, correction));
            }
        }
        if (!moved.isEmpty()) {
            counting.replaceAll(event -> withMovedTerms(event, moved));
        }
        return counting;
    }

    /** A term that a new calendar moved, in place of the very one it was; one that a correction replaced since is another. */
    private static RecordedEvent withMovedTerms(RecordedEvent event, List<RecomputedTerm> moved) {
        if (!(event.data() instanceof CarriesTerms carrier) || carrier.terms() == null) {
            return event;
        }
        List<TermFact> terms = new ArrayList<>(carrier.terms());
        for (RecomputedTerm m : moved) {
            if (m.carriedBy() == event.sequence()) {
                terms.replaceAll(term -> term.equals(m.before()) ? m.term() : term);
            }
        }
        return terms.equals(carrier.terms()) ? event : with(event, withTerms(event.data(), terms), event.deviatedFrom(), event.sealedMembers());
    }

    private static CaseEvent withTerms(CaseEvent data, List<TermFact> terms) {
        return (CaseEvent) EventShape.of(data.getClass()).with((Record) data, Map.of("terms", List.copyOf(terms)));
    }

    private static RecordedEvent with(RecordedEvent event, CaseEvent data, List<String> deviatedFrom, Set<String> sealedMembers) {
        return new RecordedEvent(
                event.id(),
                event.caseId(),
                event.sequence(),
                Happened.of(data, event.recordedAt()).asMoment(),
                event.recordedAt(),
                event.personRef(),
                event.onBehalfOfRef(),
                deviatedFrom,
                data,
                sealedMembers);
    }

    private static RecordedEvent replaced(RecordedEvent event, RecordedEvent correction) {
        var replacement = ((EntryCorrected) correction.data()).replacement();
        if (EventType.of(replacement) != event.type()) {
            throw new IllegalArgumentException("expected a replacement of " + event.type().eventName() + ", but was "
                    + EventType.of(replacement).eventName());
        }
        return with(event, replacement, correction.deviatedFrom(), sealedMembersOfReplacement(correction));
    }

    private static Set<String> sealedMembersOfReplacement(RecordedEvent correction) {
        return correction.sealedMembers().stream()
                .filter(name -> name.startsWith(REPLACEMENT))
                .map(name -> name.substring(REPLACEMENT.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
