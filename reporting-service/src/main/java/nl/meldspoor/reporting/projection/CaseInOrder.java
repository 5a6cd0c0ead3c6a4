package nl.meldspoor.reporting.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.meldspoor.events.PublishedEvent;

/**
 * Puts the records of one case in order: which are applied now, which wait, which were there already. Pure.
 *
 * <p>Sequences run 1, 2, 3 … and each event carries the hash of the one before it. What is there already is told by its
 * event id. A case that forked applies nothing more: which of two histories is true, a program cannot know.
 *
 * @param apply the events to apply, in order, the first right after the last applied one
 * @param keep the records that wait
 * @param parking why they wait; empty when nothing does
 */
record CaseInOrder(List<PublishedEvent> apply, List<ArrivedRecord> keep, Optional<Parking> parking) {

    /** @param arrived what arrived now, and what was kept before; in any order, also twice */
    static CaseInOrder of(Progress progress, Collection<ArrivedRecord> arrived) {
        TreeMap<Long, Map<UUID, ArrivedRecord>> waiting = new TreeMap<>();
        Optional<Parking> fork = progress.parking().filter(p -> p.reason() == Parking.Reason.FORK);
        for (ArrivedRecord record : arrived) {
            if (record.sequence() <= progress.lastSequence()) {
                if (record.eventId().equals(progress.known().get(record.sequence()))) {
                    continue;
                }
                fork = fork.or(() -> Optional.of(new Parking(Parking.Reason.FORK, record.sequence())));
            }
            waiting.computeIfAbsent(record.sequence(), s -> new LinkedHashMap<>()).put(record.eventId(), record);
        }
        return fork.isPresent() ? new CaseInOrder(List.of(), flat(waiting), fork) : applyFrom(progress, waiting);
    }

    /** As {@link #of}, after folding showed that the event at {@code sequence} is not understood: it and all later ones wait. */
    CaseInOrder cutAt(long sequence, Collection<ArrivedRecord> arrived) {
        List<ArrivedRecord> later = new ArrayList<>(keep);
        arrived.stream()
                .filter(r -> r.sequence() >= sequence && later.stream().noneMatch(k -> k.eventId().equals(r.eventId())))
                .forEach(later::add);
        return new CaseInOrder(
                apply.stream().filter(e -> e.sequence() < sequence).toList(),
                later,
                Optional.of(new Parking(Parking.Reason.UNREADABLE, sequence)));
    }

    private static CaseInOrder applyFrom(Progress progress, TreeMap<Long, Map<UUID, ArrivedRecord>> waiting) {
        List<PublishedEvent> apply = new ArrayList<>();
        String hash = progress.lastHash();
        Parking parking = null;
        while (parking == null && !waiting.isEmpty()) {
            long next = progress.lastSequence() + apply.size() + 1;
            Map<UUID, ArrivedRecord> candidates = waiting.get(next);
            if (candidates == null) {
                parking = new Parking(Parking.Reason.GAP, next);
            } else if (candidates.size() > 1) {
                parking = new Parking(Parking.Reason.FORK, next);
            } else {
                Optional<PublishedEvent> event = read(candidates.values().iterator().next());
                if (event.isEmpty()) {
                    parking = new Parking(Parking.Reason.UNREADABLE, next);
                } else if (!Objects.equals(event.get().previousHash(), hash)) {
                    parking = new Parking(Parking.Reason.FORK, next);
                } else {
                    apply.add(event.get());
                    hash = event.get().hash();
                    waiting.remove(next);
                }
            }
        }
        return new CaseInOrder(List.copyOf(apply), flat(waiting), Optional.ofNullable(parking));
    }

    private static Optional<PublishedEvent> read(ArrivedRecord record) {
        try {
            return Optional.of(record.read());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<ArrivedRecord> flat(TreeMap<Long, Map<UUID, ArrivedRecord>> waiting) {
        return waiting.values().stream().flatMap(m -> m.values().stream()).toList();
    }
}
